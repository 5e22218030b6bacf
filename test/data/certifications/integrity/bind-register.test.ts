import sql from 'sql-template-tag';
import { SignCertificates, VerifyCertificate } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { takeGuardsAway } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { operatorOf } from '../../../support/operator.js';
import { TABLES } from './database-copy.js';

describe(`npm run academy -- bind-register after the state of the register is gone, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const bindRegister = (...args: string[]) => operatorOf(academy.config)('bind-register', ...args);
  const verdictOf = async (token: string): Promise<string> =>
    (await academy.app.get(VerifyCertificate).byToken(token)).verdict;

  beforeEach(async () => {
    academy = await TestAcademy.open();
    await takeGuardsAway(academy, TABLES);
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
    expect(first.complained).toContain(`bind-register --issued ${row.number}`);
    await academy.restart();
    expect([await verdictOf(sealed.token), await verdictOf(row.token)]).toEqual(['valid', 'couldNotCheck']);
    const second = await bindRegister('--issued', row.number, '--issued', 'JNIT-2026-9999');
    expect(second.said).toContain(`Certificates bound 1, of which without documents: ${row.number}`);
    expect(second.complained).toBe('JNIT-2026-9999: no certificate of this number had to be bound without documents.');
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
    expect((await bindRegister()).said).toContain('Receipts bound     0');
    await academy.restart();
    expect(await statusOf(reference)).toBe(200);
    expect(await statusOf('AAAA-AAAA-AAAA-AAAA')).toBe(404);
    await write('DELETE FROM record_binding');
    await write('DELETE FROM register_state');
    expect((await bindRegister()).said).toContain('Receipts bound     0');
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
    const { code, complained } = await bindRegister();
    expect(code).toBe(1);
    for (const { number } of [row, other]) expect(complained).toContain(number);
    await academy.restart();
    expect([await verdictOf(row.token), await verdictOf(other.token)]).toEqual(['couldNotCheck', 'couldNotCheck']);
  });

  const receiptOf = async (token: string): Promise<{ reference: string }> => {
    const { MakeReceipt } = await import('../../../../src/certifications/verification/actions/make-receipt.js');
    const verification = await academy.app.get(VerifyCertificate).byToken(token);
    return academy.app.get(MakeReceipt).execute('page', verification);
  };
  const statusOf = async (reference: string): Promise<number> =>
    (await academy.client().get(`/verify/receipts/${reference}`)).status;
});
