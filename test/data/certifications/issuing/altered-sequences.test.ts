import sql from 'sql-template-tag';
import { BeginBatch, BeginIssuance, verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { ReissueCertificate } from '../../../../src/certifications/lifecycle/actions/reissue-certificate.js';
import { isRefused, Jobs, Keys, ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { person, type Person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

const A_DAY = 24 * 3600_000;
/** SQLite takes any value for a number. */
const VALUES = [
  '1',
  '0',
  '-3',
  'next + 1000',
  '2147483647',
  ...(DATABASE === 'PostgreSQL' ? [] : ['-1e300', '1e300', '1.5', `'zzz'`, '9007199254740993']),
];
const CORRECTION = { reasonClass: 'nameCorrected', latinName: null, reason: '姓名有误' } as const;

describe(`series of numbers in a database that somebody has written into, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let coordinator: Person;
  let row: Row;
  const { one } = certificateSteps(() => academy);
  const all = <T>(query: ReturnType<typeof sql>): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const certificates = (): Promise<number> =>
    academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM certificate`);
  const alarms = async (): Promise<string[]> =>
    (await all<{ id: string }>(sql`SELECT id AS "id" FROM register_alarm`)).map(({ id }) => id);
  const reissued = async ({ id }: Row, name: string): Promise<string> => {
    const outcome = await academy.app.get(ReissueCertificate).execute(coordinator, id, { ...CORRECTION, name });
    return isRefused(outcome) ? outcome.reasons[0]!.code : outcome.number;
  };

  beforeAll(async () => {
    academy = await TestAcademy.open();
    coordinator = await person(academy, 'coordinator');
    ({ row } = await one('王芳', null, 12));
  }, 60_000);
  afterEach(() => academy.takeErrors());
  afterAll(() => academy.close());

  it.each(VALUES)('issue no certificate where the next number is set to %s, and are named', async (value) => {
    const [{ next } = { next: 0 }] = await all<{ next: number }>(
      sql`SELECT next AS "next" FROM number_sequence WHERE scope LIKE '%2026%'`,
    );
    const before = await certificates();
    await write(`UPDATE number_sequence SET next = ${value} WHERE scope LIKE '%2026%'`);
    expect(await reissued(row, '王方')).toBe('sequenceAltered');
    const { cohort } = await graduates(academy, { names: [{ name: '赵六' }] });
    const issue = await academy.app.get(BeginIssuance).execute(coordinator, cohort.code);
    expect(isRefused(issue) && issue.reasons[0]!.code).toBe('sequenceAltered');
    expect(await certificates()).toBe(before);
    const office = await signedIn(academy, 'coordinator');
    expect((await office.get('/office/certificates/numbers')).status).toBe(200);
    await academy.app.get(Ticker).runNow('register state');
    expect(await alarms()).toEqual(['sequencesMoved']);
    const { faults } = await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)));
    expect(faults.join('\n')).toContain('The sequence was set');
    await write(`UPDATE number_sequence SET next = ${next} WHERE scope LIKE '%2026%'`);
    await academy.app.get(Ticker).runNow('sealing');
    expect(await alarms()).toEqual([]);
  });

  it('say so on the page of the act, and refuse each renewal of a batch', async () => {
    const rows = [(await one('钱七', null, 12)).row, (await one('周七', null, 12)).row];
    academy.clock.moveTo(TEST_START + 340 * A_DAY);
    await write(
      `INSERT INTO number_sequence (scope, next) SELECT REPLACE(scope, '2026', '2027'), 5 FROM number_sequence`,
    );
    const ids = rows.map(({ id }) => id);
    const batch = await academy.app.get(BeginBatch).execute(coordinator, { kind: 'renewal', ids, revocation: null });
    if (isRefused(batch)) throw new Error(batch.reasons[0]!.code);
    await academy.app.get(Jobs).finish();
    const office = await signedIn(academy, 'coordinator');
    const page = wordsOf((await office.get(`/office/certificates/batches/${batch.id}`)).text);
    expect(page.match(/的流水号与最后取用的编号不衔接/g)).toHaveLength(2);
    await write(`DELETE FROM number_sequence WHERE scope LIKE '%2027%'`);
    academy.clock.moveTo(TEST_START);
  });

  it('and status lists in which no position can be stored end the act instead of trying for ever', async () => {
    const { row: other } = await one('孙八', null, 12);
    const before = await certificates();
    const isPostgres = DATABASE === 'PostgreSQL';
    if (isPostgres)
      await write('CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$');
    await write(
      isPostgres
        ? 'CREATE TRIGGER swallow BEFORE INSERT ON status_place FOR EACH ROW EXECUTE FUNCTION swallow()'
        : 'CREATE TRIGGER swallow BEFORE INSERT ON status_place BEGIN SELECT RAISE(IGNORE); END',
    );
    await expect(reissued(other, '孙九')).rejects.toThrow('no position in a status list can be stored');
    await write(isPostgres ? 'DROP TRIGGER swallow ON status_place' : 'DROP TRIGGER swallow');
    expect(await certificates()).toBe(before);
    expect(await reissued(other, '孙九')).toMatch(/^JNIT-/);
  });
});
