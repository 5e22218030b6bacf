import fc from 'fast-check';
import {
  ALPHABET,
  canonical,
  checkCharacterFor,
  checks,
  LONGEST_CHECKED,
} from '../../../../src/certifications/core/domain/check-character.js';

const character = fc.constantFrom(...ALPHABET);
const body = fc.array(character, { minLength: 1, maxLength: LONGEST_CHECKED - 1 }).map((all) => all.join(''));
const number = body.map((text) => text + checkCharacterFor(text));

describe('the check character of a certificate number', () => {
  it('makes a number that checks, wherever it stands', () => {
    fc.assert(
      fc.property(body, fc.nat(), (text, nat) => {
        const at = nat % (text.length + 1);
        const [before, after] = [text.slice(0, at), text.slice(at)];
        expect(checks(before + checkCharacterFor(before, after) + after)).toBe(true);
      }),
    );
  });

  it('catches every single wrong character', () => {
    fc.assert(
      fc.property(number, fc.nat(), character, (right, nat, other) => {
        const at = nat % right.length;
        fc.pre(right[at] !== other);
        expect(checks(right.slice(0, at) + other + right.slice(at + 1))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('catches every exchange of two different characters, neighbours or not', () => {
    fc.assert(
      fc.property(number, fc.nat(), fc.nat(), (right, one, other) => {
        const [at, and] = [one % right.length, other % right.length];
        fc.pre(right[at] !== right[and]);
        const exchanged = [...right];
        [exchanged[at], exchanged[and]] = [right[and]!, right[at]!];
        expect(checks(exchanged.join(''))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('catches all of both in one real number, one by one', () => {
    const right = canonical('JNIT-2026-000123-') + checkCharacterFor(canonical('JNIT-2026-000123-'));
    const slips = [...right].flatMap((_, at) => [
      ...[...ALPHABET]
        .filter((other) => other !== right[at])
        .map((other) => right.slice(0, at) + other + right.slice(at + 1)),
      ...(right[at + 1] !== undefined && right[at] !== right[at + 1]
        ? [right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2)]
        : []),
    ]);
    expect(slips.length).toBeGreaterThan(450);
    expect(slips.filter(checks)).toEqual([]);
  });

  it.each([
    ['JNIT-2026-000123-4', 'JN1T20260001234'],
    ['jnit 2026 000123 4', 'JN1T20260001234'],
    ['ＪＮＩＴ－２０２６－０００１２３－４', 'JN1T20260001234'],
    ['JNlT–2O26—ooo123.4', 'JN1T20260001234'],
    ['  JNIT2026\t0001234\n', 'JN1T20260001234'],
    ['“JNIT-2026-000123-4”', 'JN1T20260001234'],
    ['（JNIT-2026-000123-4）', 'JN1T20260001234'],
    ['《JNIT-2026-000123-4》', 'JN1T20260001234'],
    ['【JNIT 2026】「000123」〔4〕', 'JN1T20260001234'],
    ['‘JNIT-2026-000123-4’ ', 'JN1T20260001234'],
    ['<JNIT-2026-000123-4>`', 'JN1T20260001234'],
    ['J\u200bN\ufe00I\u{e0100}T-2026\u034f-\u3164000123\u2060-\u00ad4\ufeff', 'JN1T20260001234'],
    ['', ''],
    ['---', ''],
    ['《》', ''],
    ['JNIT+2026', 'JN1T+2026'],
  ])('reads %j as people mean it', (typed, key) => {
    expect(canonical(typed)).toBe(key);
  });

  it('never takes nothing, or something too long, or a character from elsewhere for a number that checks', () => {
    expect(['', '济南', '0'.repeat(LONGEST_CHECKED + 1), 'É'].filter(checks)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        checks(canonical(typed));
      }),
    );
  });
});
