import sql from 'sql-template-tag';
import { RevokeCertificate, verifyLog } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { type Row, certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { withTampering, disableTriggers } from '../../../support/behind-the-back.js';
import { person } from '../../../support/people.js';

const NAMES = ['王芳', '李娜', '张伟', '刘洋', '陈静'];
const GUARDED = ['certificate', 'certificate_seal', 'certificate_form', 'log_head', 'log_entry', 'log_hash'];

describe('a log that somebody with the database has been at', () => {
  let academy: TestAcademy;
  let rows: Row[];
  const { issue, certificatesOf } = certificateSteps(() => academy);
  const ask = <T>(query: ReturnType<typeof sql>): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const check = async (since: { file: string; text: string }[] = []): Promise<readonly string[]> =>
    (await verifyLog(academy.app.get(ReadDatabase), since)).faults;
  /** Does it, verifies, undoes it. */
  const after = (does: readonly string[], undoes: readonly string[]): Promise<readonly string[]> =>
    withTampering(academy, { apply: does, undo: undoes }, () => check());
  const put = (
    table: string,
    where: string,
    columns: Record<string, [is: string | number, was: string | number]>,
  ): Promise<readonly string[]> => {
    const set = (nth: 0 | 1): string =>
      Object.entries(columns)
        .map(([name, values]) => `"${name}" = '${String(values[nth]).replaceAll("'", "''")}'`)
        .join(', ');
    return after(
      [`UPDATE "${table}" SET ${set(0)} WHERE ${where}`],
      [`UPDATE "${table}" SET ${set(1)} WHERE ${where}`],
    );
  };
  const checkpoint = async (): Promise<string> =>
    (await ask<{ text: string }>(sql`SELECT checkpoint AS "text" FROM log_head`))[0]!.text;
  let early: string;

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const scenario = await graduates(academy, { names: NAMES.map((name) => ({ name })) });
    await issue(scenario);
    rows = await certificatesOf(scenario);
    early = await checkpoint();
    academy.clock.moveTo(academy.clock.now() + 3_600_000);
    await academy.app.get(RevokeCertificate).execute(await person(academy, 'administrator'), rows[4]!.id, {
      reasonClass: 'issuedInError',
      reason: '考核成绩经复核无效',
    });
    await disableTriggers(academy, GUARDED);
  }, 120_000);
  afterAll(() => academy.close());

  it('agrees as long as nobody was', async () => {
    const { size, certificates, withoutDocuments, faults } = await verifyLog(academy.app.get(ReadDatabase), [
      { file: 'kept.txt', text: early },
    ]);
    expect({ size, certificates, withoutDocuments, faults }).toEqual({
      size: 6,
      certificates: 5,
      withoutDocuments: 0,
      faults: [],
    });
  });

  it.each([
    ['recipient_name', '赵六'],
    ['number', 'JNIT-2026-999999-X'],
    ['token', 'A'.repeat(27)],
    ['issued_on', '2020-01-01'],
  ])('names a certificate whose %s was altered', async (column, is) => {
    const [row] = rows;
    const [{ was } = { was: '' }] = await academy.connections.write.query<{ was: string }[]>(
      `SELECT "${column}" AS "was" FROM certificate WHERE id = '${row!.id}'`,
    );
    const [fault, ...more] = await put('certificate', `id = '${row!.id}'`, { [column]: [is, was] });
    expect(fault).toContain(
      column === 'number'
        ? 'Certificate JNIT-2026-999999-X: its row was altered'
        : `Certificate ${row!.number}: its row was altered`,
    );
    expect(fault).toContain(column === 'token' ? '(id' : column);
    expect(more).toEqual([]);
  });

  it('names the field where a printed fact was altered', async () => {
    const [, row] = rows;
    expect(
      await put('certificate', `id = '${row!.id}'`, { facts: [row!.facts.replace(nameOf(row!), '赵六'), row!.facts] }),
    ).toEqual([
      `Certificate ${row!.number}: its row was altered (recipient_name, credentialSubject.identifier.0.identityHash).`,
    ]);
    expect(
      await put('certificate', `id = '${row!.id}'`, { facts: [row!.facts.replace('考核合格', '免考'), row!.facts] }),
    ).toEqual([`Certificate ${row!.number}: its row was altered (credentialSubject.achievement.criteria.narrative).`]);
  });

  it('names a document of which a byte was altered, even where its hash was altered too', async () => {
    const { id, number } = rows[2]!;
    const [form] = await ask<{ bytes: string; sha256: string }>(
      sql`SELECT bytes AS "bytes", sha256 AS "sha256" FROM certificate_form WHERE certificate_id = ${id} AND form = 'pdf'`,
    );
    expect(
      await put('certificate_form', `certificate_id = '${id}' AND form = 'pdf'`, {
        bytes: ['JVBERi0=', form!.bytes],
        sha256: ['0'.repeat(64), form!.sha256],
      }),
    ).toEqual([`Certificate ${number}: its pdf form was altered.`]);
  });

  it('names a credential that was exchanged', async () => {
    const { id, number } = rows[2]!;
    const [form] = await ask<{ bytes: string }>(
      sql`SELECT bytes AS "bytes" FROM certificate_form WHERE certificate_id = ${id} AND form = 'json'`,
    );
    const forged = Buffer.from(
      Buffer.from(form!.bytes, 'base64').toString().replace(nameOf(rows[2]!), '赵六'),
    ).toString('base64');
    expect(
      await put('certificate_form', `certificate_id = '${id}' AND form = 'json'`, { bytes: [forged, form!.bytes] }),
    ).toEqual([
      `Certificate ${number}: its credential is not the one that was logged.`,
      `Certificate ${number}: its json form was altered.`,
    ]);
    const [seal] = await ask<{ hash: string }>(
      sql`SELECT credential_hash AS "hash" FROM certificate_seal WHERE certificate_id = ${id}`,
    );
    expect(
      await put('certificate_seal', `certificate_id = '${id}'`, { credential_hash: ['0'.repeat(64), seal!.hash] }),
    ).toEqual([`Certificate ${number}: its seal names another credential than was logged.`]);
  });

  it('names a document that was taken away', async () => {
    const { id, number } = rows[1]!;
    const [form] = await ask<{ bytes: string; sha256: string; length: number }>(sql`
      SELECT bytes AS "bytes", sha256 AS "sha256", length AS "length" FROM certificate_form WHERE certificate_id = ${id} AND form = 'pdf'`);
    const back = `INSERT INTO certificate_form (certificate_id, form, bytes, sha256, length) VALUES ('${id}', 'pdf', '${form!.bytes}', '${form!.sha256}', ${form!.length})`;
    expect(
      await after([`DELETE FROM certificate_form WHERE certificate_id = '${id}' AND form = 'pdf'`], [back]),
    ).toEqual([`Certificate ${number}: its pdf form is gone.`]);
  });

  it('names a certificate whose revocation was undone, invented or reworded', async () => {
    const [{ id, number }, revoked] = [rows[3]!, rows[4]!];
    const [was] = await ask<{ at: number }>(sql`SELECT revoked_at AS "at" FROM certificate WHERE id = ${revoked.id}`);
    expect(
      await after(
        [`UPDATE certificate SET state = 'valid', revoked_at = NULL WHERE id = '${revoked.id}'`],
        [`UPDATE certificate SET state = 'revoked', revoked_at = ${was!.at} WHERE id = '${revoked.id}'`],
      ),
    ).toEqual([`Certificate ${revoked.number}: the log says it was revoked, the records do not.`]);
    expect(
      await after(
        [`UPDATE certificate SET state = 'revoked', revoked_at = 5, reason = 'x' WHERE id = '${id}'`],
        [`UPDATE certificate SET state = 'valid', revoked_at = NULL, reason = NULL WHERE id = '${id}'`],
      ),
    ).toEqual([`Certificate ${number}: the records call it revoked, the log knows of no revocation.`]);
    expect(
      await put('certificate', `id = '${revoked.id}'`, {
        reason: ['自愿放弃', '考核成绩经复核无效'],
        revoked_at: [5, was!.at],
      }),
    ).toEqual([
      `Certificate ${revoked.number}: the reason of its revocation was altered.`,
      `Certificate ${revoked.number}: the time of its revocation was altered.`,
    ]);
  });

  it('names a certificate that was sealed behind the log’s back', async () => {
    const { id, number } = rows[0]!;
    expect(
      await after(
        [`UPDATE log_entry SET certificate_id = '${rows[4]!.id}', kind = 'reissue' WHERE position = 0`],
        [`UPDATE log_entry SET certificate_id = '${id}', kind = 'issue' WHERE position = 0`],
      ),
    ).toEqual(expect.arrayContaining([`Certificate ${number}: it is sealed, and was never logged.`]));
  });
});

function nameOf({ facts }: Row): string {
  return (JSON.parse(facts) as { recipient: { name: string } }).recipient.name;
}
