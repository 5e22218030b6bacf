import sql, { type Sql } from 'sql-template-tag';
import {
  BeginIssuance,
  FinishIssuance,
  IssueCertificates,
  ReissueCertificate,
  RevokeCertificate,
  SignCertificates,
  verifyKeysFrom,
  verifyLog,
  VerifyCertificate,
} from '../../../../src/certifications/index.js';
import { ShareCertificate } from '../../../../src/certifications/holders/actions/share-certificate.js';
import { AbandonIssuance } from '../../../../src/certifications/issuing/actions/abandon-issuance.js';
import { Busy, isRefused, Keys, ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { person } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

const UNCHECKED = '这份证书现在未能核验';
const onPostgres = DATABASE === 'PostgreSQL';

describe(`somebody who owns the database, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  const all = <T>(query: Sql): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const verify = (): VerifyCertificate => academy.app.get(VerifyCertificate);
  const findings = async (): Promise<string> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults.join('\n');
  const sealed = async (name: string): Promise<Row> => {
    const { row } = await one(name, null);
    await academy.app.get(SignCertificates).execute();
    return row;
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
    await disableTriggers(academy, ['certificate', 'certificate_binding', 'certificate_event', 'register_state']);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  /** Writes something else into a column than the program does, at the moment at which it is written. */
  async function alterOnInsert(table: string, column: string, value: string): Promise<() => Promise<unknown>> {
    if (onPostgres) {
      await write(
        `CREATE FUNCTION quiet_${table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.${column} := '${value}'; RETURN NEW; END $$`,
      );
      await write(
        `CREATE TRIGGER quiet_${table} BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION quiet_${table}()`,
      );
      return () => write(`DROP TRIGGER quiet_${table} ON ${table}`);
    }
    await write(
      `CREATE TRIGGER quiet_${table} AFTER INSERT ON ${table} BEGIN UPDATE ${table} SET ${column} = '${value}' WHERE rowid = NEW.rowid; END`,
    );
    return () => write(`DROP TRIGGER quiet_${table}`);
  }

  it('gets nothing issued, bound or signed by a trigger that alters rows, and the trigger is reported', async () => {
    const row = await sealed('王芳');
    const remove = await alterOnInsert('certificate', 'recipient_name', '冒名');
    const reissue = async (): Promise<unknown> =>
      academy.app.get(ReissueCertificate).execute(await person(academy, 'administrator'), row.id, {
        reasonClass: 'nameCorrected',
        name: '王方',
        latinName: null,
        reason: '姓名更正',
      });
    await expect(reissue()).rejects.toBeInstanceOf(Busy);
    const scenario = await graduates(academy, { names: [{ name: '李雷', latinName: null }] });
    await expect(
      academy.app.get(IssueCertificates).execute(await person(academy, 'coordinator'), scenario.cohort.code, 'later'),
    ).rejects.toThrow('quiet_certificate');
    expect(await all(sql`SELECT 1 AS "one" FROM certificate`)).toHaveLength(1);
    expect(await findings()).toContain('Trigger or table quiet_certificate: no migration of this program has made it');
    await academy.app.get(Ticker).runNow('register state');
    expect(academy.takeErrors().join()).toContain('the database has triggers or tables that no migration has made');
    // What is there already is still shown: a trigger changes nothing that is read.
    expect((await verify().byToken(row.token)).verdict).toBe('valid');
    await remove();
    expect(await reissue()).toMatchObject({ number: expect.any(String) as string });
    expect(await findings()).toBe('');
  });

  it('gets no action that the database drops or alters reported as done, bound or logged', async () => {
    const [row, other] = [await sealed('王芳'), await sealed('李雷')];
    const administrator = await person(academy, 'administrator');
    const logged = async (): Promise<number> => (await all(sql`SELECT 1 AS "one" FROM log_entry`)).length;
    if (onPostgres) {
      await write(
        `CREATE FUNCTION alter_it() RETURNS int LANGUAGE plpgsql AS $$ BEGIN UPDATE certificate SET recipient_name = '冒名' WHERE supersedes_id IS NOT NULL; RETURN 1; END $$`,
      );
      await write('ALTER TABLE certificate_seal ADD COLUMN z int DEFAULT alter_it()');
      await expect(
        academy.app.get(ReissueCertificate).execute(administrator, row.id, {
          reasonClass: 'nameCorrected',
          name: '王方',
          latinName: null,
          reason: '姓名更正',
        }),
      ).rejects.toThrow(/is not what was written|that are not this program’s|busy/);
    } else {
      const columns = await academy.connections.write.query<{ name: string; type: string }[]>(
        `SELECT name, type FROM pragma_table_info('certificate')`,
      );
      const names = columns.map(({ name }) => name).join(', ');
      await write('PRAGMA legacy_alter_table = ON');
      await write('ALTER TABLE certificate RENAME TO certificate_away');
      await write(`CREATE TABLE certificate (${columns.map(({ name, type }) => `${name} ${type}`).join(', ')},
        g_ text GENERATED ALWAYS AS (CASE WHEN id = '${other.id}' OR (id = '${row.id}' AND state = 'revoked') THEN 'x' END) STORED,
        UNIQUE (g_) ON CONFLICT IGNORE)`);
      await write(`INSERT INTO certificate (${names}) SELECT ${names} FROM certificate_away`);
      await expect(
        academy.app
          .get(RevokeCertificate)
          .execute(administrator, row.id, { reasonClass: 'issuedInError', reason: '误发' }),
      ).rejects.toThrow(/is not what was written|that are not this program’s|busy/);
    }
    expect(await logged()).toBe(2);
    expect(
      await all(sql`SELECT act AS "act" FROM audit_entry WHERE act IN ('certificate.revoked', 'certificate.reissued')`),
    ).toEqual([]);
  });

  it('gets no receipt that differs from the answer given', async () => {
    const row = await sealed('王芳');
    const remove = await alterOnInsert('verification_receipt', 'verdict', 'revoked');
    const visitor = academy.client();
    const { location } = await visitor.submit(
      '/verify/receipts',
      { token: row.token },
      `/verify/receipts/new?token=${row.token}`,
    );
    expect((await visitor.get(location ?? 'nowhere')).status).toBe(404);
    await remove();
    expect(await all(sql`SELECT verdict AS "verdict" FROM verification_receipt`)).toEqual([{ verdict: 'revoked' }]);
  });

  it('gets no answer about a certificate with two rows in the database, however it is looked up', async () => {
    const row = await sealed('王芳');
    const json = (await academy.client().get(`/c/${row.token}.json`)).bytes;
    const [holder] = await all<{ id: string; name: string; email: string }>(sql`
      SELECT a.id AS "id", a.name AS "name", a.email AS "email" FROM account a
      JOIN trainee t ON t.account_id = a.id JOIN certificate k ON k.trainee_id = t.id WHERE k.id = ${row.id}`);
    const link = await academy.app
      .get(ShareCertificate)
      .execute({ ...holder!, roles: ['trainee'] }, row.id, { label: '招聘', scope: 'everything', days: 30 });
    if (isRefused(link)) throw new Error(link.reasons[0]!.code);
    const shared = async (): Promise<string> => wordsOf((await academy.client().get(`/s/${link.secret}`)).text);
    expect(await shared()).toContain('王芳');
    expect((await verify().byFile(json)).verdict).toBe('valid');
    await write('ALTER TABLE certificate RENAME TO certificate_away');
    for (const order of ['last', 'first']) {
      await write('CREATE TABLE certificate AS SELECT * FROM certificate_away');
      await write('INSERT INTO certificate SELECT * FROM certificate_away');
      const which = onPostgres
        ? `ctid = (SELECT ${order === 'last' ? 'MAX' : 'MIN'}(ctid) FROM certificate)`
        : `rowid = (SELECT ${order === 'last' ? 'MAX' : 'MIN'}(rowid) FROM certificate)`;
      await write(
        `UPDATE certificate SET recipient_name = '冒名', facts = REPLACE(facts, '王芳', '冒名') WHERE ${which}`,
      );
      expect(wordsOf((await academy.client().get(`/c/${row.token}`)).text)).toContain(UNCHECKED);
      expect((await academy.client().get(`/c/${row.token}.json`)).status).toBe(404);
      for (const name of ['王芳', '冒名']) {
        const said = await verify().byNumber({ number: row.number, name });
        expect(['couldNotCheck', 'notFound', 'invalid']).toContain(said.verdict);
        expect(said.certificate).toBeNull();
      }
      expect((await verify().byToken(row.token)).verdict).toBe('couldNotCheck');
      expect((await verify().byFile(json)).verdict).toBe('couldNotCheck');
      expect(await shared()).not.toMatch(/王芳|冒名/);
      await write('DROP TABLE certificate');
    }
    await write('ALTER TABLE certificate_away RENAME TO certificate');
    expect((await verify().byToken(row.token)).verdict).toBe('valid');
  });

  it('gets no certificate from an item of an issue that was given up and is put back with what bound it', async () => {
    const scenario = await graduates(academy, {
      names: [
        { name: '李雷', latinName: null },
        { name: '韩梅', latinName: null },
      ],
    });
    const begun = await academy.app
      .get(BeginIssuance)
      .execute(await person(academy, 'coordinator'), scenario.cohort.code);
    if (isRefused(begun)) throw new Error(begun.reasons[0]!.code);
    const id = begun.issuanceId ?? '';
    const bindings = await all<{ kind: string; id: string; mac: string }>(
      sql`SELECT kind AS "kind", id AS "id", mac AS "mac" FROM record_binding WHERE kind LIKE 'issuance%'`,
    );
    expect(bindings).toHaveLength(3);
    expect(await findings()).toBe('');
    await academy.app.get(AbandonIssuance).execute(await person(academy, 'administrator'), id);
    await write(`UPDATE issuance_item SET state = 'waiting', settled_at = NULL`);
    await write(`UPDATE job SET state = 'running', ended_at = NULL`);
    for (const one of bindings)
      await write(`INSERT INTO record_binding (kind, id, mac) VALUES ('${one.kind}', '${one.id}', '${one.mac}')`);
    expect(await findings()).toMatch(/its plan was put in, put back or altered/);
    await academy.app.get(FinishIssuance).execute(await person(academy, 'administrator'), id);
    expect(await all(sql`SELECT 1 AS "one" FROM certificate`)).toEqual([]);
    expect(await all(sql`SELECT DISTINCT state AS "state" FROM issuance_item`)).toEqual([{ state: 'refused' }]);
    expect(academy.takeErrors().join()).toContain('altered plan');
  });
});
