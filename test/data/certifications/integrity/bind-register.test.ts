import sql from 'sql-template-tag';
import { GenuineKeys, IssuerKeys, SignCertificates, VerifyCertificate } from '../../../../src/certifications/index.js';
import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { registerRecords } from '../../../../src/certifications/binding/index.js';
import { hashParts } from '../../../../src/certifications/log/log/bound-record.js';
import { newId, ReadDatabase } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { person } from '../../../support/people.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { commandLineOf } from '../../../support/operator.js';
import { TABLES } from './database-copy.js';

describe(`npm run academy -- bind-register after the state of the register is gone, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  /** Without the state, nothing tells whether records were put back: the operator says that they were not. */
  const bindRegister = (...args: string[]) =>
    commandLineOf(academy.config)('bind-register', '--accept-put-back', ...args);
  const verdictOf = async (token: string): Promise<string> =>
    (await academy.app.get(VerifyCertificate).byToken(token)).verdict;

  beforeEach(async () => {
    academy = await TestAcademy.open();
    await disableTriggers(academy, TABLES);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('binds a record without documents only where the operator names its number', async () => {
    const { row: sealed } = await one('王芳', null);
    await academy.app.get(SignCertificates).execute();
    const { row } = await one('赵六', null);
    await write(`DELETE FROM certificate_binding WHERE certificate_id = '${row.id}'`);
    await write('DELETE FROM register_state');
    const first = await bindRegister();
    expect(first.code).toBe(1);
    expect(first.errors).toContain(`bind-register --issued ${row.number}`);
    await academy.restart();
    expect([await verdictOf(sealed.token), await verdictOf(row.token)]).toEqual(['valid', 'couldNotCheck']);
    const keys = (await keyNames()).flatMap((name) => ['--key', name]);
    const second = await bindRegister('--issued', row.number, '--issued', 'JNIT-2026-9999', ...keys);
    expect(second.output).toContain(`Certificates bound 1, of which without documents: ${row.number}`);
    expect(second.errors).toBe('JNIT-2026-9999: no certificate of this number had to be bound on somebody’s word.');
    await academy.restart();
    expect(await verdictOf(row.token)).toBe('valid');
  });

  it('binds no receipt that somebody has put beside those that still hold, nor where what bound them is gone and certificates still hold', async () => {
    const { row } = await one('王芳', null);
    await academy.app.get(SignCertificates).execute();
    const { reference } = await receiptOf(row.token);
    const [stored] = await academy.app
      .get(ReadDatabase)
      .query<Record<string, unknown>>(sql`SELECT * FROM verification_receipt`);
    const names = Object.keys(stored!);
    const copied = names.map((name) => (name === 'reference' ? `'AAAA-AAAA-AAAA-AAAA'` : `"${name}"`));
    await write(
      `INSERT INTO verification_receipt (${names.map((name) => `"${name}"`).join(', ')}) SELECT ${copied.join(', ')} FROM verification_receipt`,
    );
    await write('DELETE FROM register_state');
    expect((await bindRegister()).output).toContain('Receipts bound     0');
    await academy.restart();
    expect(await statusOf(reference)).toBe(200);
    expect(await statusOf('AAAA-AAAA-AAAA-AAAA')).toBe(503);
    await write('DELETE FROM record_binding');
    await write('DELETE FROM register_state');
    expect((await bindRegister()).output).toContain('Receipts bound     0');
  });

  it('binds no record that says something else than its signed credential', async () => {
    const [{ row }, { row: other }] = [await one('王芳', null), await one('赵六', null)];
    await academy.app.get(SignCertificates).execute();
    const swap = async (id: string, index: number): Promise<unknown> =>
      write(`UPDATE certificate_seal SET status_index = ${index} WHERE certificate_id = '${id}'`);
    const seals = await academy.app
      .get(ReadDatabase)
      .query<{ id: string; place: number }>(
        sql`SELECT certificate_id AS "id", status_index AS "place" FROM certificate_seal ORDER BY certificate_id`,
      );
    await swap(seals[0]!.id, 131_000);
    await swap(seals[1]!.id, Number(seals[0]!.place));
    await swap(seals[0]!.id, Number(seals[1]!.place));
    await write('DELETE FROM certificate_binding');
    const { code, errors } = await bindRegister();
    expect(code).toBe(1);
    for (const { number } of [row, other]) expect(errors).toContain(number);
    await academy.restart();
    expect([await verdictOf(row.token), await verdictOf(other.token)]).toEqual(['couldNotCheck', 'couldNotCheck']);
  });

  it('binds no record that somebody has made out as replaced, with another key as well', async () => {
    const { row } = await one('王芳', null);
    await one('赵六', null);
    await academy.app.get(SignCertificates).execute();
    await alterAsReplaced(row);
    const first = await bindRegister('--issued', row.number);
    expect([first.code, first.output]).toEqual([1, expect.stringContaining('Certificates bound 0')]);
    expect(first.errors).toContain(`Not bound: ${row.number}`);
    const other = await commandLineOf(academy.config, { MASTER_KEY: 'ab'.repeat(32) })('bind-register');
    expect(other.output).toContain('Certificates bound 1');
    expect(other.errors).toContain(row.number);
  });

  it('binds what was altered, and the log says nothing of, only where the operator names it', async () => {
    const { row } = await one('王芳', null);
    await one('赵六', null);
    await academy.app.get(SignCertificates).execute();
    await write(`UPDATE certificate_event SET actor_name = '别人' WHERE certificate_id = '${row.id}'`);
    await bindWithoutKey(row.id);
    await write('DELETE FROM register_state');
    const first = await bindRegister();
    expect([first.code, first.output]).toEqual([1, expect.stringContaining('Certificates bound 0')]);
    expect(first.errors).toContain(`--issued ${row.number}`);
    await academy.restart();
    expect(await verdictOf(row.token)).toBe('couldNotCheck');
    expect((await bindRegister('--issued', row.number)).output).toContain('Certificates bound 1');
  });

  it('believes no key of which it cannot tell that it was not compromised, unless the operator names it', async () => {
    const keys = academy.app.get(IssuerKeys);
    await keys.ready();
    const jwt = (await academy.app.get(GenuineKeys).publicKeys()).find(({ kind }) => kind === 'jwt')!;
    await academy.app
      .get(DeclareKeyCompromised)
      .execute(await person(academy, 'administrator'), { id: (await idOf(jwt.id))!, note: '备份遗失' });
    await write(
      `UPDATE issuer_key SET state = 'retired', compromised_at = NULL, note = NULL WHERE state = 'compromised'`,
    );
    await write(`DELETE FROM audit_entry WHERE act = 'issuerKey.compromised'`);
    await write(`UPDATE register_state SET mac = '${'0'.repeat(64)}'`);
    const first = await bindRegister();
    expect(first.errors).toContain(`--key '${jwt.id}'`);
    const others = (await keyNames()).filter((name) => name !== jwt.id);
    expect((await bindRegister(...others.flatMap((name) => ['--key', name]))).errors).toContain(jwt.id);
    await academy.restart();
    const published = (await academy.client().get('/.well-known/did.json')).text;
    expect(others.filter((name) => published.includes(name))).not.toEqual([]);
    expect(published).not.toContain(jwt.id);
  });

  const keyNames = async (): Promise<string[]> =>
    (
      await academy.app
        .get(ReadDatabase)
        .query<{ name: string }>(sql`SELECT did || '#' || key_id AS "name" FROM issuer_key`)
    ).map(({ name }) => name);
  const idOf = async (name: string): Promise<string | undefined> =>
    (
      await academy.app
        .get(ReadDatabase)
        .query<{ id: string }>(sql`SELECT id AS "id" FROM issuer_key WHERE did || '#' || key_id = ${name}`)
    )[0]?.id;
  const alterAsReplaced = async ({ id }: Row): Promise<void> => {
    await write(`UPDATE certificate SET state = 'superseded' WHERE id = '${id}'`);
    await write(
      `INSERT INTO certificate_event (id, certificate_id, at, kind, reason, actor_name) VALUES ('${newId()}', '${id}', ${academy.clock.now()}, 'superseded', '更正', '教务')`,
    );
    await bindWithoutKey(id);
    await write(`UPDATE register_state SET mac = '${'0'.repeat(64)}', changes = changes + 1`);
  };
  /** As far as it goes without a key. */
  const bindWithoutKey = async (id: string): Promise<void> => {
    const [{ bound } = { bound: null }] = await registerRecords(academy.app.get(ReadDatabase).query, [id]);
    const parts = JSON.stringify(hashParts(bound!));
    await write(
      `UPDATE certificate_binding SET parts = '${parts}', mac = '${'0'.repeat(64)}' WHERE certificate_id = '${id}'`,
    );
  };
  const receiptOf = async (token: string): Promise<{ reference: string }> => {
    const { MakeReceipt } = await import('../../../../src/certifications/verification/actions/make-receipt.js');
    const verification = await academy.app.get(VerifyCertificate).byToken(token);
    return academy.app.get(MakeReceipt).execute('page', verification);
  };
  const statusOf = async (reference: string): Promise<number> =>
    (await academy.client().get(`/verify/receipts/${reference}`)).status;
});
