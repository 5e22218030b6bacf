import sql, { type Sql } from 'sql-template-tag';
import { SignCertificates, verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { RemoveExpiredTraces } from '../../../../src/certifications/verification/actions/remove-expired-traces.js';
import { historyParts } from '../../../../src/certifications/verification/data/verification-history.js';
import { Jobs, Keys, ReadDatabase, type TaskTurn, Ticker, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer } from '../../../builders/employers.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { startedList } from '../../../http/certifications/verification/started-list.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers, withoutForeignKeys } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { signedIn } from '../../../support/people.js';

const onPostgres = DATABASE === 'PostgreSQL';
/** As SQL: ids that sort before all others, or that this program cannot repeat. */
const IDS = [
  `'00000000-0000-0000-0000-000000000000'`,
  ...(onPostgres ? [] : ['5', `'!'`, `X'00ff'`, `CAST(X'7aff' AS TEXT)`]),
];

describe(`rows that somebody has put into the database with keys or times of their own, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  const { one } = certificateSteps(() => academy);
  const all = <T>(query: Sql): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const faults = async (): Promise<readonly string[]> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults;

  beforeEach(async () => {
    academy = await TestAcademy.open();
    ({ row } = await one('王芳', null));
    await academy.app.get(SignCertificates).execute();
    await disableTriggers(academy, ['certificate', 'certificate_binding', 'log_head', 'verification_record']);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  /** Inserts copies of the first row of a table that differ in some columns; `from` numbers them as `i`. */
  async function copies(table: string, changes: Readonly<Record<string, string>>, count = 1): Promise<void> {
    const [first] = await academy.connections.write.query<Record<string, unknown>[]>(`SELECT * FROM ${table} LIMIT 1`);
    const names = Object.keys(first!);
    const values = names.map((name) => changes[name] ?? `t.${name}`);
    await withoutForeignKeys(academy, [
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
        INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM n, (SELECT * FROM ${table} LIMIT 1) t`,
    ]);
  }

  /** With an id that is no UTF-8, which reads as an id before it. */
  const lostBindings = (count: number): Promise<void> =>
    copies(
      'certificate_binding',
      {
        certificate_id: `CAST(X'ff' AS TEXT) || printf('%04d', i)`,
        number_tag: `printf('%064x', i)`,
        token_tag: `printf('%064x', i)`,
      },
      count,
    );

  it('names every certificate that nothing has issued, whatever its id is', async () => {
    expect(await faults()).toEqual([]);
    for (const [at, id] of IDS.entries())
      await copies('certificate', {
        id: onPostgres ? `CAST(${id} AS uuid)` : id,
        number: `'FORGED-${at}'`,
        number_key: `'F0RGED${at}'`,
        token: `'forged-${at}'`,
        enrolment_id: 'NULL',
      });
    const found = await faults();
    for (const at of IDS.keys())
      expect(found).toContain(
        `Certificate FORGED-${at}: no act of this program has issued it. It was put in, or what binds it was taken away.`,
      );
  });

  it('names a forged line of a history, whatever the times of other lines are', async () => {
    const browser = await signedIn(academy, (await anEmployer(academy)).contact);
    await startedList(browser, await xlsxOf(['证书编号', '姓名'], [[row.number, '王芳']]));
    await academy.app.get(Jobs).finish();
    const older = {
      id: onPostgres
        ? `CAST('01a22dff-0000-7000-8000-' || lpad(CAST(i AS text), 12, '0') AS uuid)`
        : `printf('01a22dff-0000-7000-8000-%012d', i)`,
      at: onPostgres ? 't.at - i' : 'CAST(CAST(t.at - i AS TEXT) AS BLOB)',
      batch_id: 'NULL',
      line: 'NULL',
      mac: 'NULL',
    };
    await copies('verification_record', older, 500);
    const forged = '01a22dfe-0000-7000-8000-000000000001';
    await copies('verification_record', {
      id: onPostgres ? `CAST('${forged}' AS uuid)` : `'${forged}'`,
      verdict: `'revoked'`,
      batch_id: 'NULL',
      line: 'NULL',
      mac: `'${'0'.repeat(64)}'`,
    });
    expect((await faults()).join('\n')).toContain(`Check ${forged} in an employer’s history`);
    const kept = new Set<string>();
    for await (const part of historyParts(academy.app.get(ReadDatabase).query, sql`1 = 1`, 1_000))
      for (const { id } of part) kept.add(id);
    expect(kept.size).toBe(502);
    expect(kept).toContain(forged);
  });

  it('does not read on to a size of the log that somebody has written', async () => {
    await academy.connections.write.query(
      `UPDATE log_head SET size = ${onPostgres ? 2_000_000_000 : '1e15'}, checkpoint = 'x'`,
    );
    expect((await faults()).join('\n')).toContain('The checkpoint bears no good signature');
  });

  // PostgreSQL takes no text that is not UTF-8.
  if (!onPostgres) {
    it('keeps neither verify-log nor the hourly check from ending', async () => {
      await lostBindings(2_100);
      const found = await faults();
      expect(found.filter((one) => one.includes('A binding of certificate'))).toHaveLength(2_100);
      expect(found.join('\n')).toContain('What binds the 2101 certificates is not what was stored last');
      await academy.app.get(Ticker).runNow('register state');
      expect(academy.takeErrors().join()).toContain('records were put back to an earlier state, altered or taken away');
    });

    it('keeps no list of an employer from being answered', async () => {
      const browser = await signedIn(academy, (await anEmployer(academy)).contact);
      const list = await startedList(browser, await xlsxOf(['证书编号', '姓名'], [[row.number, '别人']]));
      await lostBindings(2_100);
      await academy.app.get(Jobs).finish();
      const payload = (await browser.get(`${list}/answer.jws`)).text.split('.')[1] ?? '';
      const { summary } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { summary: object };
      expect(summary).toEqual({ couldNotCheck: 1 });
    });
  }

  it('keeps no removal of expired traces from ending', async () => {
    const odd = onPostgres ? `lpad(CAST(i AS text), 12, '0')` : `CAST(X'ff' AS TEXT) || printf('%04d', i)`;
    const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)`;
    await withoutForeignKeys(academy, [
      `${numbers} INSERT INTO verification_try (asker, number_key, name_key, kind, at) SELECT ${odd}, 'A', 'A', 'miss', 1 FROM n`,
      `${numbers} INSERT INTO verification_receipt (reference, at, means, verdict, checks) SELECT ${odd}, 1, 'page', 'notFound', '[]' FROM n`,
    ]);
    let turns = 0;
    await academy.app.get(RemoveExpiredTraces).execute({ stillHolds: () => (turns += 1) < 5 } as TaskTurn);
    expect(turns).toBeLessThan(5);
    expect(await all(sql`SELECT 1 FROM verification_try`)).toEqual([]);
  });
});
