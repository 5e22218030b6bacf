import { foldName } from '../../../../src/certifications/verification/domain/name-matching.js';
import {
  MINIMUM_MISS_LIMIT,
  MOST_NAMES,
  MOST_NUMBERS,
  TryCount,
  type TryPair,
  type Withheld,
} from '../../../../src/certifications/verification/domain/try-limits.js';

const NOTHING = { misses: 0, matches: 0, missed: [], matched: [] };
const miss = { verdict: 'notFound', slip: null } as const;
const match = { verdict: 'valid', slip: null } as const;
const pair = (number: number | string, name: number | string): TryPair => ({
  numberKey: `N${number}`,
  nameKey: `n${name}`,
});
const judged = (
  count: TryCount,
  pairs: readonly TryPair[],
  answer: typeof miss | typeof match = miss,
): (Withheld | null)[] => pairs.map((one) => count.judge(one, answer));
const many = (count: number, from = 0): TryPair[] =>
  Array.from({ length: count }, (_, at) => pair(from + at, from + at));

describe('tries of one asker', () => {
  it('end for a number after ten different names, the right one included', () => {
    const count = new TryCount(NOTHING);
    expect(
      judged(
        count,
        Array.from({ length: MOST_NAMES }, (_, at) => pair('x', at)),
      ),
    ).toEqual(Array(MOST_NAMES).fill(null));
    expect([count.judge(pair('x', 'right'), match), count.judge(pair('y', 'right'), match)]).toEqual(['number', null]);
  });

  it('end for a name after ten different numbers, the right one included', () => {
    const count = new TryCount(NOTHING);
    expect(
      judged(
        count,
        Array.from({ length: MOST_NUMBERS }, (_, at) => pair(at, 'Li Wei')),
      ),
    ).toEqual(Array(MOST_NUMBERS).fill(null));
    expect([count.judge(pair('right', 'Li Wei'), match), count.judge(pair('right', 'Wang Wei'), match)]).toEqual([
      'name',
      null,
    ]);
  });

  it('count the same wrong pair once, however often it is sent, now or earlier in the day', () => {
    const missed = [pair('x', 'typo')];
    const count = new TryCount({ ...NOTHING, misses: 1, missed });
    expect(
      judged(
        count,
        Array.from({ length: 40 }, () => pair('x', 'typo')),
      ),
    ).toEqual(Array(40).fill(null));
    expect([count.misses, count.newMisses, count.judge(pair('x', 'right'), match)]).toEqual([1, [], null]);
  });

  it('do not count what the check character gives away', () => {
    const count = new TryCount(NOTHING);
    const slip = { verdict: 'notFound', slip: { code: 'numberWrongCheck' } as never } as const;
    for (const one of many(500)) expect(count.judge(one, slip)).toBeNull();
    expect(count.misses).toBe(0);
  });

  it('end altogether after two hundred misses', () => {
    const count = new TryCount(NOTHING);
    expect(judged(count, many(MINIMUM_MISS_LIMIT))).toEqual(Array(MINIMUM_MISS_LIMIT).fill(null));
    expect(judged(count, many(3, 5000))).toEqual(['misses', 'misses', 'misses']);
    expect([count.judge(pair('right', 'right'), match), count.misses, count.withheld.get('misses')]).toEqual([
      'misses',
      MINIMUM_MISS_LIMIT,
      4,
    ]);
  });

  it('go on for an honest list of which less than half is wrong, in whatever order', () => {
    for (const wrongFirst of [true, false]) {
      const [wrong, right] = [many(4_000), many(6_000, 10_000)];
      let before = { ...NOTHING, matches: 0 };
      const rows = wrongFirst ? [...wrong.slice(0, 150), ...right, ...wrong.slice(150)] : [...right, ...wrong];
      const answers: (Withheld | null)[] = [];
      for (let from = 0; from < rows.length; from += 50) {
        const count = new TryCount(before);
        const part = rows.slice(from, from + 50);
        const agreeing = part.filter((one) => right.includes(one));
        count.agree(agreeing);
        answers.push(...part.map((one) => count.judge(one, agreeing.includes(one) ? match : miss)));
        before = { ...NOTHING, misses: count.misses, matches: before.matches + count.newMatches.length };
      }
      expect(answers.filter((one) => one !== null)).toEqual([]);
    }
  });

  it('are not reset by the same certificate again, nor by an answer that is withheld', () => {
    const count = new TryCount({ ...NOTHING, matches: 5, matched: ['N1'] });
    count.agree([pair(1, 1), pair(1, 1)]);
    expect(count.newMatches).toEqual([]);
    const over = new TryCount({ ...NOTHING, misses: MINIMUM_MISS_LIMIT });
    over.agree(many(500));
    expect([over.newMatches, over.judge(pair(1, 1), match)]).toEqual([[], 'misses']);
    const named = new TryCount({
      ...NOTHING,
      misses: 10,
      missed: Array.from({ length: 10 }, (_, at) => pair(`m${at}`, 'Li Wei')),
    });
    named.agree([pair('right', 'Li Wei')]);
    expect(named.newMatches).toEqual([]);
  });
});

describe('spellings that may match the same person', () => {
  it.each([
    ['王 伟', '王伟'],
    ['Wang Wei', 'WEI, Wang'],
    ['wangwei', 'Wang Wei'],
    ['Ｌü Mín', 'Lyu Min'],
    ['王伟 Wang Wei', '王伟'],
  ])('share their tries: %s and %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it.each([
    ['王伟', '王薇'],
    ['欧阳1', '欧阳2'],
    ['Wang Wei', 'Wang Li'],
    ['王伟', 'Wang Wei'],
  ])('and others do not: %s and %s', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });
});
