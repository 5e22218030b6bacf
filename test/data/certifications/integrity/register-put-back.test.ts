import sql, { type Sql } from 'sql-template-tag';
import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { HideCertificate } from '../../../../src/certifications/register/actions/hide-certificate.js';
import {
  BindRegister,
  IssuerKeys,
  RenewCertificate,
  RevokeCertificate,
  SignCertificates,
  verifyKeysFrom,
  verifyLog,
  VerifyCertificate,
} from '../../../../src/certifications/index.js';
import type { SeenRegister } from '../../../../src/certifications/log/index.js';
import { Keys, ReadDatabase, RecordsContradict, Ticker } from '../../../../src/platform/index.js';
import { type Row, certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { person } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { DatabaseCopy, TABLES } from './database-copy.js';

const UNCHECKED = '这份证书现在未能核验';
const VALID = '这份证书有效';

describe(`a record that is put back to an earlier state of itself, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  const all = <T>(query: Sql): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const page = async (token: string): Promise<string> => wordsOf((await academy.client().get(`/c/${token}`)).text);
  const faults = async (seen?: SeenRegister): Promise<string> =>
    (
      await verifyLog(academy.app.get(ReadDatabase), [], {
        ...verifyKeysFrom(academy.app.get(Keys)),
        ...(seen === undefined ? {} : { seen }),
      })
    ).faults.join('\n');
  const sealed = async (name: string): Promise<Row> => {
    const { row } = await one(name, null);
    await academy.app.get(SignCertificates).execute();
    return row;
  };
  const revoke = async ({ id }: Row): Promise<void> => {
    await academy.app
      .get(RevokeCertificate)
      .execute(await person(academy, 'administrator'), id, { reasonClass: 'issuedInError', reason: '误发' });
  };
  const entryOf = async (id: string, kind: string): Promise<number> =>
    (
      await all<{ position: number }>(
        sql`SELECT position AS "position" FROM log_entry WHERE certificate_id = ${id} AND kind = ${kind}`,
      )
    )[0]!.position;

  beforeEach(async () => {
    academy = await TestAcademy.open();
    await disableTriggers(academy, TABLES);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  /** A certificate that was revoked and that the database calls valid again, as it did before. */
  async function revokedAndPutBack(alsoLogged: (position: number) => Promise<unknown>): Promise<Row> {
    const row = await sealed('王芳');
    const copy = await DatabaseCopy.of(academy);
    await revoke(row);
    await sealed('李娜');
    expect(await page(row.token)).toContain('已被吊销');
    await alsoLogged(await entryOf(row.id, 'revoke'));
    await copy.putBackCertificate(row.id);
    return row;
  }

  async function expectNotValid(row: Row): Promise<void> {
    expect(await page(row.token)).toContain(UNCHECKED);
    const { verdict, certificate } = await academy.app
      .get(VerifyCertificate)
      .byNumber({ number: row.number, name: '王芳' });
    expect([verdict, certificate]).toEqual(['couldNotCheck', null]);
  }

  it('does not make a revoked certificate valid where the entry of its revocation is taken away', async () => {
    const row = await revokedAndPutBack((position) => write(`DELETE FROM log_entry WHERE position = ${position}`));
    await expectNotValid(row);
    expect(await faults()).toMatch(new RegExp(`Entry \\d+ is gone[^]*${row.number}: the audit trail tells of an act`));
    await academy.restart();
    await expectNotValid(row);
  });

  it('does not where another entry stands in its place, or it is about another certificate', async () => {
    const other = await sealed('赵敏');
    const row = await revokedAndPutBack((position) =>
      write(`UPDATE log_entry SET certificate_id = '${other.id}', kind = 'reissue' WHERE position = ${position}`),
    );
    await expectNotValid(row);
    await academy.restart();
    await expectNotValid(row);
  });

  it('clears no bit of a status list: no list is signed from it', async () => {
    const row = await revokedAndPutBack((position) => write(`DELETE FROM log_entry WHERE position = ${position}`));
    const [{ index } = { index: 0 }] = await all<{ index: number }>(
      sql`SELECT status_index AS "index" FROM certificate_seal WHERE certificate_id = ${row.id}`,
    );
    await write('DELETE FROM status_list');
    academy.clock.moveTo(academy.clock.now() + 49 * 3_600_000);
    await academy.restart();
    expect((await academy.client().get('/status/1')).status).toBe(503);
    await academy.app.get(BindRegister).execute();
    expect((await academy.client().get('/status/1')).status).toBe(503);
    expect(index).toBeGreaterThanOrEqual(0);
  });

  it('is renewed, hidden and acted upon as little', async () => {
    const row = await revokedAndPutBack((position) => write(`DELETE FROM log_entry WHERE position = ${position}`));
    await page(row.token);
    expect(
      await academy.app
        .get(RenewCertificate)
        .execute(await person(academy, 'administrator'), row.id)
        .catch((fault: Error) => fault.message),
    ).toEqual(expect.anything());
    expect(await all(sql`SELECT 1 AS "one" FROM certificate WHERE supersedes_id = ${row.id}`)).toEqual([]);
    const [holder] = await all<{ id: string; name: string; email: string }>(sql`
      SELECT a.id AS "id", a.name AS "name", a.email AS "email" FROM account a JOIN trainee t ON t.account_id = a.id JOIN certificate k ON k.trainee_id = t.id WHERE k.id = ${row.id}`);
    if (holder)
      await expect(academy.app.get(HideCertificate).execute({ ...holder, roles: ['trainee'] }, row.id)).rejects.toThrow(
        RecordsContradict,
      );
    expect(await page(row.token)).toContain(UNCHECKED);
  });

  it('is noticed where the log, its head and the state are put back with it, by this process, by the next, and by verify-log', async () => {
    const row = await sealed('王芳');
    await academy.app.get(Ticker).runNow('register state');
    const copy = await DatabaseCopy.of(academy);
    await revoke(row);
    await page(row.token);
    await academy.app.get(Ticker).runNow('register state');
    const [{ changes } = { changes: 0 }] = await all<{ changes: number }>(
      sql`SELECT changes AS "changes" FROM register_state`,
    );
    await copy.putBackCertificate(row.id);
    for (const table of ['log_entry', 'log_hash', 'audit_entry', 'log_head', 'register_state'] as const)
      await copy.putBack(table);
    await expectNotValid(row);
    expect(await faults({ epoch: null, changes })).toContain('The database was put back to an earlier state');
    await academy.restart();
    await disableTriggers(academy, TABLES);
    await expectNotValid(row);
    // An operator who restored a backup says so.
    await academy.app.get(BindRegister).execute();
    expect(await page(row.token)).toContain(VALID);
    expect(await faults()).toBe('');
  });

  it('does not make a compromised key vouch again, alone or with the state, and verify-log names the key', async () => {
    await sealed('王芳');
    const { assertion } = await academy.app.get(IssuerKeys).ready();
    const copy = await DatabaseCopy.of(academy);
    const [key] = await all<{ id: string }>(
      sql`SELECT id AS "id" FROM issuer_key WHERE kind = 'assertion' AND state = 'active'`,
    );
    await academy.app
      .get(DeclareKeyCompromised)
      .execute(await person(academy, 'administrator'), { id: key!.id, note: '备份遗失' });
    const document = (): Promise<{ status: number }> => academy.client().get('/.well-known/did.json');
    const [fresh] = await all<{ id: string }>(
      sql`SELECT key_id AS "id" FROM issuer_key WHERE kind = 'assertion' AND state = 'active'`,
    );
    await write('DROP INDEX ux_issuer_key_did_kind');
    await copy.putBack('issuer_key', '', (row) => row['id'] === key!.id);
    for (const starts of [0, 1]) {
      if (starts === 1) await academy.restart();
      expect(await document()).toMatchObject({ status: 503 });
      expect((await academy.app.get(IssuerKeys).ready()).assertion.id).toContain(fresh!.id);
    }
    expect(await faults()).toContain(`Key ${assertion.id}: its record was put in or altered`);
    await disableTriggers(academy, TABLES);
    await copy.putBack('register_state');
    expect(await document()).toMatchObject({ status: 503 });
  });

  it('is not taken for an empty academy where the table of certificates is moved away for a start', async () => {
    const row = await sealed('王芳');
    await write('ALTER TABLE certificate RENAME TO certificate_away');
    await write('CREATE TABLE certificate AS SELECT * FROM certificate_away WHERE 1 = 0');
    await write('DELETE FROM register_state');
    await academy.restart();
    expect(academy.takeErrors().join()).toContain('nothing is bound by itself');
    await write('DROP TABLE certificate');
    await write('ALTER TABLE certificate_away RENAME TO certificate');
    expect(await page(row.token)).toContain(UNCHECKED);
  });

  it('gets no head signed that somebody wrote into the log', async () => {
    await sealed('王芳');
    await write(`UPDATE log_head SET checkpoint = NULL, size = 999999, root = '${'A'.repeat(43)}='`);
    expect((await academy.client().get('/log/checkpoint')).status).toBe(503);
  });

  it('is noticed by verify-log where a key is taken away', async () => {
    await academy.app.get(IssuerKeys).ready();
    await write(`DELETE FROM issuer_key WHERE kind = 'jwt'`);
    expect(await faults()).toMatch(/Key [0-9a-f-]+: its record is gone/);
  });

  it('gets no second set of documents where the first is taken away, with its entry or with the entry given to another', async () => {
    const row = await one('王芳', null).then((made) => made.row);
    const copy = await DatabaseCopy.of(academy);
    await academy.app.get(SignCertificates).execute();
    const other = await sealed('李娜');
    const position = await entryOf(row.id, 'issue');
    for (const does of [
      `UPDATE log_entry SET certificate_id = '${other.id}', kind = 'reissue' WHERE position = ${position}`,
      `DELETE FROM log_entry WHERE position = ${position}`,
    ]) {
      await write(does);
      for (const table of ['certificate_form', 'certificate_seal'])
        await write(`DELETE FROM ${table} WHERE certificate_id = '${row.id}'`);
      await copy.putBackCertificate(row.id);
      for (const starts of [0, 1]) {
        if (starts === 1) {
          await academy.restart();
          await disableTriggers(academy, TABLES);
        }
        await academy.app.get(SignCertificates).execute();
        expect(await all(sql`SELECT 1 AS "one" FROM certificate_seal WHERE certificate_id = ${row.id}`)).toEqual([]);
        expect(await page(row.token)).toContain(UNCHECKED);
      }
    }
  });

  it('is reported within the hour even if the log does not show it: the sum of all bindings differs', async () => {
    const row = await one('王芳', null).then((made) => made.row);
    const copy = await DatabaseCopy.of(academy);
    await revoke(row);
    await copy.putBackCertificate(row.id);
    expect(await faults()).toContain('Records were put back to an earlier state, or taken away');
  });
});
