import {
  ReissueCertificate,
  RevokeCertificate,
  SignCertificates,
  VerifyCertificate,
} from '../../../../src/certifications/index.js';
import { isRefused } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { person } from '../../../support/people.js';

const onPostgres = DATABASE === 'PostgreSQL';

describe(`somebody who puts something else in the place of a table, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const verify = (): VerifyCertificate => academy.app.get(VerifyCertificate);
  const sealed = async (name: string): Promise<Row> => {
    const { row } = await one(name, null);
    await academy.app.get(SignCertificates).execute();
    return row;
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('gets nothing bound or logged while a table of the register is something else', async () => {
    const row = await sealed('王芳');
    const columns = 'position, certificate_id, kind, credential_hash, at, text';
    await write(onPostgres ? 'SELECT 1' : 'PRAGMA legacy_alter_table = ON');
    await write('ALTER TABLE log_entry RENAME TO log_entry_away');
    await write(
      `CREATE VIEW log_entry AS SELECT ${columns} FROM log_entry_away UNION ALL
        SELECT -1, k.id, 'revoke', 'x', 0, '{}' FROM certificate k WHERE k.id = '${row.id}' AND k.state = 'revoked'`,
    );
    await expect(
      academy.app
        .get(RevokeCertificate)
        .execute(await person(academy, 'administrator'), row.id, { reasonClass: 'issuedInError', reason: '误发' }),
    ).rejects.toThrow('log_entry');
    await write('DROP VIEW log_entry');
    await write('ALTER TABLE log_entry_away RENAME TO log_entry');
    expect((await verify().byToken(row.token)).verdict).toBe('valid');
  });

  it('gets no act done upon a row that another reading finds otherwise', async () => {
    // PostgreSQL lets nobody rename a table that a transaction reads.
    if (onPostgres) return;
    const row = await sealed('王芳');
    const columns = await academy.connections.write.query<{ name: string; type: string }[]>(
      `SELECT name, type FROM pragma_table_info('certificate')`,
    );
    const names = columns.map(({ name }) => name).join(', ');
    await write('PRAGMA legacy_alter_table = ON');
    await write('ALTER TABLE certificate RENAME TO certificate_away');
    await write(
      `CREATE TABLE certificate (${columns.map(({ name, type }) => `${name} ${type}${name === 'id' ? ' COLLATE NOCASE' : ''}`).join(', ')})`,
    );
    await write(
      `INSERT INTO certificate (${names}) SELECT ${names.replace(/\bid\b/, 'upper(id)').replace(/\bfacts\b/, `replace(facts, '王芳', '首席架构师')`)} FROM certificate_away WHERE id = '${row.id}'`,
    );
    await write(`INSERT INTO certificate (${names}) SELECT ${names} FROM certificate_away`);
    const outcome = await academy.app
      .get(ReissueCertificate)
      .execute(await person(academy, 'administrator'), row.id, {
        reasonClass: 'nameCorrected',
        name: '王方',
        latinName: null,
        reason: '姓名更正',
      })
      .catch(() => null);
    expect(outcome === null || isRefused(outcome)).toBe(true);
  });
});
