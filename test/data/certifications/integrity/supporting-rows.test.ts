import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sql, { type Sql } from 'sql-template-tag';
import { bitOf } from '../../../../src/certifications/documents/credential/status-list.js';
import {
  RevokeCertificate,
  SignCertificates,
  verifyKeysFrom,
  verifyLog,
  VerifyCertificate,
} from '../../../../src/certifications/index.js';
import { MakeReceipt } from '../../../../src/certifications/verification/actions/make-receipt.js';
import { HideCertificate } from '../../../../src/certifications/register/actions/hide-certificate.js';
import { Keys, ReadDatabase } from '../../../../src/platform/index.js';
import { Trainee } from '../../../../src/trainees/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { person, someone } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

/** SQLite keeps a text in a column of numbers, and JSON writes what it becomes in JavaScript as it writes NULL. */
const NO_INSTANT = DATABASE === 'PostgreSQL' ? '5' : `'x'`;
const IN_2099 = 4_070_908_800_000;

describe(`rows beside a certificate that somebody has altered, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  const rows = <T>(query: Sql): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const faults = async (): Promise<string> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults.join('\n');
  const signed = async (name: string): Promise<Row> => {
    const { row } = await one(name, null);
    await academy.app.get(SignCertificates).execute();
    return row;
  };
  const revoke = async ({ id }: Row): Promise<void> => {
    await academy.app
      .get(RevokeCertificate)
      .execute(await person(academy, 'administrator'), id, { reasonClass: 'issuedInError', reason: '误发' });
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
    await disableTriggers(academy, ['certificate', 'certificate_binding', 'issuer_key', 'log_entry', 'register_state']);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('leave the bit of a revoked certificate set where its log entry was moved to another certificate', async () => {
    const [revoked, other] = [await signed('冯程'), await signed('陈列')];
    await revoke(revoked);
    await write(
      `UPDATE log_entry SET certificate_id = '${other.id}' WHERE certificate_id = '${revoked.id}' AND kind = 'revoke'`,
    );
    await write(`UPDATE certificate SET state = 'valid', revoked_at = NULL, reason = NULL WHERE id = '${revoked.id}'`);
    const { credentialSubject } = JSON.parse((await academy.client().get('/status/1')).text) as {
      credentialSubject: { encodedList: string };
    };
    const bits = [];
    for (const { id } of [revoked, other]) {
      const [seal] = await rows<{ index: number }>(
        sql`SELECT status_index AS "index" FROM certificate_seal WHERE certificate_id = ${id}`,
      );
      bits.push(bitOf(credentialSubject.encodedList, seal!.index));
    }
    expect(bits).toEqual([true, false]);
  });

  it('are named, and no document of the issuer is served that lacks a key', async () => {
    await signed('冯程');
    await write(`UPDATE issuer_key SET compromised_at = ${NO_INSTANT} WHERE kind = 'jwt'`);
    await academy.restart();
    expect((await academy.client().get('/.well-known/did.json')).status).toBe(503);
    expect(await faults()).toContain('its record was put in or altered');
  });

  it('show no certificate that its holder has hidden', async () => {
    const row = await signed('冯程');
    const [{ trainee }] = (await rows<{ trainee: string }>(
      sql`SELECT trainee_id AS "trainee" FROM certificate WHERE id = ${row.id}`,
    )) as [{ trainee: string }];
    const holder = await someone(academy, { name: '冯程', email: 'feng.cheng@mail.example', roles: ['trainee'] });
    await academy.write(async (tx) => {
      await tx.of(Trainee).update({ id: trainee }, { accountId: holder.id });
      tx.withoutAudit('links an account for the test');
    });
    await academy.app.get(HideCertificate).execute(holder, row.id);
    await write(`UPDATE certificate_hiding SET shown_at = ${NO_INSTANT}`);
    const { text } = await academy.client().get(`/c/${row.token}`);
    expect(wordsOf(text)).not.toContain('冯程');
    expect(await faults()).toContain(row.number);
  });

  it('put no time into the log that the clock does not show', async () => {
    const row = await signed('冯程');
    await write(`UPDATE log_head SET at = ${IN_2099}`);
    await revoke(row);
    const [entry] = await rows<{ text: string }>(sql`SELECT text AS "text" FROM log_entry WHERE kind = 'revoke'`);
    expect(entry!.text).toContain(`"time":"${new Date(academy.clock.now()).toISOString()}"`);
    expect(await faults()).toBe('');
  });

  it('have nothing bound by a start, where bindings, state and mark are gone', async () => {
    const { row } = await one('冯程', null);
    await write(`UPDATE certificate SET recipient_name = '冒名' WHERE id = '${row.id}'`);
    for (const table of ['certificate_binding', 'record_binding', 'register_state'])
      await write(`DELETE FROM ${table}`);
    await rm(join(academy.config.dataDir, 'register-bound'));
    await academy.restart();
    await academy.app.get(SignCertificates).execute();
    expect(await rows(sql`SELECT 1 AS "one" FROM certificate_seal`)).toEqual([]);
    expect((await academy.app.get(VerifyCertificate).byToken(row.token)).verdict).toBe('couldNotCheck');
  });

  it('call no number of the academy’s a typing error or unknown', async () => {
    const row = await signed('冯程');
    await write(
      `UPDATE certificate_template SET number_pattern = '{PREFIX}-{YYYY}-{SEQ:4}-{CHECK}', number_prefix = 'ZZ'`,
    );
    await write(`UPDATE certificate_binding SET number_tag = 'dead' WHERE certificate_id = '${row.id}'`);
    const verify = academy.app.get(VerifyCertificate);
    expect((await verify.byNumber({ number: row.number, name: '冯程' })).verdict).toMatch(/valid|couldNotCheck/);
  });

  it.each([
    ['altered', 'UPDATE verification_receipt SET at = at + 1'],
    ['unreadable', `UPDATE verification_receipt SET checks = 'garbage'`],
    ['deleted', 'DELETE FROM verification_receipt'],
  ])('do not make a receipt look as if it had never been given: one that was %s', async (_, statement) => {
    const row = await signed('冯程');
    const verification = await academy.app.get(VerifyCertificate).byToken(row.token);
    const { reference } = await academy.app.get(MakeReceipt).execute('page', verification);
    await write(statement);
    const { status, text } = await academy.client().get(`/verify/receipts/${reference}`);
    expect([status, wordsOf(text)]).toEqual([503, expect.stringContaining('证书记录需要先核对')]);
    expect((await academy.client().get('/verify/receipts/0000-0000-0000-0000')).status).toBe(404);
    expect(await faults()).toContain(reference);
  });
});
