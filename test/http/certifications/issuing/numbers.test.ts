import sql from 'sql-template-tag';
import { NumbersOfBeforeAreAccountedFor1767225600170 } from '../../../../db/migrations/0170-numbers-of-before-are-accounted-for.js';
import { numberReport, type SeriesReport } from '../../../../src/certifications/issuing/data/number-report.js';
import { VOCATIONAL_PATTERN } from '../../../../src/certifications/core/domain/number-pattern.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { aSeries } from '../../../builders/numbers.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

const USUAL = '{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}';

describe('the report of certificate numbers', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one } = certificateSteps(() => academy);
  const report = async (shape: string, most = 500): Promise<SeriesReport> => {
    const all = await numberReport((query) => academy.app.get(ReadDatabase).query(query), most);
    const found = all.find((series) => series.shape === shape);
    if (!found) throw new Error(`No series ${shape} among ${all.map((series) => series.shape).join(' ')}`);
    return found;
  };
  const page = async () =>
    wordsOf((await (await signedIn(academy, 'coordinator')).get('/office/certificates/numbers')).text);
  const forget = (where: string) => academy.connections.write.query(`DELETE FROM drawn_number WHERE ${where}`);

  it('names each series as its numbers are printed, also those of older patterns, of levels, and with the check in front', async () => {
    const parted = await aSeries(academy, { pattern: 'JN-1T-{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}', count: 1 });
    const short = await aSeries(academy, { pattern: '{PREFIX}/{YY}.{SEQ:4}', count: 1 });
    const front = await aSeries(academy, { pattern: '{CHECK}{PREFIX}{SEQ:5}', count: 1 });
    const level = await aSeries(academy, {
      pattern: `{PREFIX} ${VOCATIONAL_PATTERN.replace('{KIND:Y}{BODY:0012}', '')}`,
      level: '4',
      count: 1,
    });
    const said = await page();
    for (const shape of [
      `JN-1T-${parted.prefix}-2026-######-?`,
      `${short.prefix}/26.####`,
      `?${front.prefix}#####`,
      `${level.prefix} 37000001264######`,
    ])
      expect(said).toContain(shape);
    for (const { numbers } of [parted, short, front, level]) expect(said).toContain(numbers[0]);
  });

  it('has no gaps where every number has its certificate', async () => {
    await one('钟灵', null);
    const { gaps, drawn, issued, unexplained } = await report('JNIT-2026-######-?');
    expect([gaps, drawn === issued, drawn > 0, unexplained]).toEqual([[], true, true, 0]);
  });

  it('tells of each gap why there is one', async () => {
    const series = await aSeries(academy, { pattern: USUAL, count: 6 });
    await series.voidNumbers([2], 'abandoned');
    await series.voidNumbers([5], 'brokenOff');
    await forget(`number IN ('${series.numbers[2]}', '${series.numbers[3]}')`);
    const { gaps, ...counts } = await report(`${series.prefix}-2026-######-?`);
    expect(counts).toMatchObject({ drawn: 6, issued: 0, reserved: 2, voided: 2, unexplained: 2 });
    expect(gaps.map(({ sequence, number, state, reason }) => [sequence, number, state, reason])).toEqual([
      [1, series.numbers[0], 'reserved', null],
      [2, series.numbers[1], 'void', 'abandoned'],
      [3, series.numbers[2], 'unexplained', null],
      [4, series.numbers[3], 'unexplained', null],
      [5, series.numbers[4], 'void', 'brokenOff'],
      [6, series.numbers[5], 'reserved', null],
    ]);
    const said = await page();
    for (const why of ['颁发被放弃', '制作中断', '没有任何记录', '颁发正在进行']) expect(said).toContain(why);
  });

  it('finds the few that are missing among many, first and last included, and lists no more than it is asked for', async () => {
    const series = await aSeries(academy, { pattern: USUAL, count: 20_000 });
    const missing = [1, 777, 778, 8192, 12_345, 20_000];
    await forget(`number IN (${missing.map((sequence) => `'${series.numbers[sequence - 1]}'`).join(', ')})`);
    await academy.connections.write.query(
      `UPDATE drawn_number SET state = 'issued', settled_at = 1 WHERE number LIKE '${series.prefix}%'`,
    );
    const shape = `${series.prefix}-2026-######-?`;
    // What no certificate has although a line says so is a gap as well; here that is every other number.
    const whole = await report(shape, 30_000);
    expect([whole.drawn, whole.issued, whole.unexplained, whole.gaps.length]).toEqual([20_000, 0, 20_000, 20_000]);
    expect(whole.gaps.filter(({ actorName }) => actorName === null).map(({ sequence }) => sequence)).toEqual(missing);
    expect((await report(shape, 3)).gaps.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(await page()).toContain('只列出前 500 个');
    await forget(`number LIKE '${series.prefix}%'`);
  }, 60_000);

  it('counts those from before numbers were written down, once the step of the upgrade has gone through', async () => {
    const { row } = await one('程灵', null);
    await forget(`number = '${row.number}'`);
    expect((await report('JNIT-2026-######-?')).gaps.map(({ number, state }) => [number, state])).toEqual([
      [row.number, 'unexplained'],
    ]);
    const [step, runner] = [
      new NumbersOfBeforeAreAccountedFor1767225600170(),
      academy.connections.write.createQueryRunner(),
    ];
    try {
      await step.down(runner);
      await step.up(runner);
    } finally {
      await runner.release();
    }
    expect((await report('JNIT-2026-######-?')).gaps).toEqual([]);
    const kept = await academy.app
      .get(ReadDatabase)
      .first(
        sql`SELECT number AS "number", state AS "state", actor_name AS "actorName" FROM drawn_number WHERE number = ${row.number}`,
      );
    expect(kept).toEqual({
      number: row.number,
      state: 'issued',
      actorName: expect.not.stringContaining('–') as string,
    });
  });
});
