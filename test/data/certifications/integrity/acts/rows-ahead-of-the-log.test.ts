import sql from 'sql-template-tag';
import { WatchRegister } from '../../../../../src/certifications/binding/index.js';
import { RevokeCertificate, SignCertificates, VerifyCertificate } from '../../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../../support/app.js';
import { disableTriggers } from '../../../../support/behind-the-back.js';
import { DATABASE } from '../../../../support/database.js';
import { commandLineOf } from '../../../../support/operator.js';
import { person, signedIn } from '../../../../support/people.js';

const HASH = Buffer.alloc(32, 1).toString('base64');

describe(`rows that somebody has put ahead of the log’s head, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let rows: Row[];
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const sizeOfLog = async (): Promise<number> =>
    (await academy.app.get(ReadDatabase).query<{ size: number }>(sql`SELECT size AS "size" FROM log_head`))[0]!.size;
  const alarms = async (): Promise<string[]> =>
    (await academy.app.get(ReadDatabase).query<{ id: string }>(sql`SELECT id AS "id" FROM register_alarm`)).map(
      ({ id }) => id,
    );
  const revoke = async ({ id }: Row): Promise<unknown> =>
    academy.app
      .get(RevokeCertificate)
      .execute(await person(academy, 'administrator'), id, { reasonClass: 'issuedInError', reason: '误发，经核实' });
  const hashAt = (level: number, position: number): Promise<unknown> =>
    write(`INSERT INTO log_hash (level, position, hash) VALUES (${level}, ${position}, '${HASH}')`);

  beforeEach(async () => {
    academy = await TestAcademy.open();
    rows = [(await one('王芳', null)).row, (await one('赵六', null)).row];
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('hashes where the next belong refuse a revocation as an altered register, raise an alarm, and leave certificates valid', async () => {
    await hashAt(0, await sizeOfLog());
    const path = `/office/certificates/${rows[0]!.id}/revocation`;
    const form = { reasonClass: 'issuedInError', reason: '误发，经核实' };
    const administrator = await signedIn(academy, 'administrator');
    await expect(administrator.submit(path, form, path)).rejects.toThrow('answered 503');
    expect((await academy.app.get(VerifyCertificate).byToken(rows[0]!.token)).verdict).toBe('valid');
    await academy.app.get(WatchRegister).execute();
    expect(await alarms()).toEqual(['hashesAdded']);
  }, 60_000);

  it('hashes of a higher level, where the first of it will stand, are reported too', async () => {
    await hashAt(1, 0);
    expect(await academy.app.get(WatchRegister).faults()).toEqual(['hashesAdded']);
  }, 60_000);

  it('are removed by bind-register, although nothing of the signed log can be', async () => {
    const size = await sizeOfLog();
    await hashAt(0, size);
    await hashAt(0, size + 500_000);
    await hashAt(2, 0);
    await hashAt(7, 3);
    const entry = `INSERT INTO log_entry (position, certificate_id, kind, credential_hash, at, text) VALUES`;
    await write(`${entry} (${size + 3}, '${rows[0]!.id}', 'revoke', '${'0'.repeat(64)}', 5, '{}')`);
    await write(`${entry} (-1, '${rows[1]!.id}', 'revoke', '${'0'.repeat(64)}', 5, '{}')`);
    const operator = commandLineOf(academy.config);
    expect((await operator('verify-log')).code).toBe(1);
    const { output } = await operator('bind-register');
    expect(output).toContain('Removed from the log 6 rows that belong to no signed entry');
    expect(await operator('verify-log')).toMatchObject({ code: 0 });
    await academy.restart();
    await revoke(rows[0]!);
    expect((await academy.app.get(VerifyCertificate).byToken(rows[0]!.token)).verdict).toBe('revoked');
    for (const table of ['log_entry', 'log_hash'])
      await expect(write(`DELETE FROM ${table} WHERE position = ${size - 1}`)).rejects.toThrow('only grows');
  }, 60_000);

  // PostgreSQL rounds them.
  if (DATABASE === 'SQLite')
    it('hashes between two positions are refused, shift none of a tile, are named, and removed by bind-register', async () => {
      const tile = `/log/tile/0/000.p/${await sizeOfLog()}`;
      const shown = (await academy.client().get(tile)).bytes;
      for (const [level, position] of [
        [0, 0.5],
        [0.5, 0],
      ] as const)
        await expect(hashAt(level, position)).rejects.toThrow('whole numbers');
      const restore = await disableTriggers(academy, ['log_hash']);
      await hashAt(0, 0.5);
      await hashAt(0.5, 0);
      await restore();
      expect((await academy.client().get(tile)).bytes).toEqual(shown);
      const operator = commandLineOf(academy.config);
      const { code, errors } = await operator('verify-log');
      expect(code).toBe(1);
      expect(errors).toContain('Hash 0.5 in the tiles of level 0 belongs to no signed entry');
      expect(errors).toContain('Hash 0 in the tiles of level 0.5 belongs to no signed entry');
      expect((await operator('bind-register')).output).toContain('Removed from the log 2 rows');
      expect(await operator('verify-log')).toMatchObject({ code: 0 });
    }, 120_000);
});
