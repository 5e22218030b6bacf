import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignCertificates } from '../../../src/certifications/index.js';
import { certificateSteps } from '../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../support/app.js';
import { disableTriggers } from '../../support/behind-the-back.js';
import { DATABASE } from '../../support/database.js';
import { commandLineOf } from '../../support/operator.js';

interface Checked {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly outcome: string; readonly details: readonly string[] }[];
}

describe('npm run academy -- check and drill', () => {
  let academy: TestAcademy;
  let folder: string;
  let scratch: string;
  let numbers: { readonly valid: string; readonly revoked: string };
  const { one, revoke } = certificateSteps(() => academy);
  const operator = (...args: string[]) => commandLineOf(academy.config)(...args);
  const backedUp = async (name: string): Promise<string> => {
    const file = join(folder, name);
    expect(await operator('backup', file)).toMatchObject({ code: 0, errors: '' });
    return file;
  };
  const failedIn = (output: string): Record<string, readonly string[]> => {
    const { checks } = JSON.parse(output) as Checked;
    return Object.fromEntries(
      checks.filter(({ outcome }) => outcome === 'failed').map(({ name, details }) => [name, details]),
    );
  };

  beforeAll(async () => {
    academy = await TestAcademy.open();
    [folder, scratch] = [await mkdtemp(join(tmpdir(), 'backups-')), await mkdtemp(join(tmpdir(), 'scratch-'))];
    const [valid, revoked] = [await one('王芳'), await one('赵六', 'Zhao Liu')];
    await academy.app.get(SignCertificates).execute();
    await revoke(revoked.row);
    numbers = { valid: valid.row.number, revoked: revoked.row.number };
  }, 120_000);
  afterAll(async () => {
    await academy.close();
    for (const one of [folder, scratch]) await rm(one, { recursive: true });
  });

  const GUARDED = ['certificate', 'certificate_form', 'seat', 'enrolment', 'cohort'];

  /** The triggers are restored before the check, which reports missing ones. */
  async function behindTheGuards<T>(
    { does, undoes }: { readonly does: readonly string[]; readonly undoes: readonly string[] },
    test: () => Promise<T>,
  ): Promise<T> {
    const unguarded = async (statements: readonly string[]): Promise<void> => {
      const giveBack = await disableTriggers(academy, GUARDED);
      for (const statement of statements) await academy.connections.write.query(statement);
      await giveBack();
    };
    await unguarded(does);
    try {
      return await test();
    } finally {
      await unguarded(undoes);
    }
  }

  it('prints a line for each check, and exits with 0', async () => {
    const { code, output } = await operator('check');
    expect(code).toBe(0);
    expect(output.split('\n').map((line) => line.slice(0, 26).trim())).toEqual(
      ['database', 'foreign keys', 'migrations', 'seats', 'log', 'documents', 'keys'].map(
        (name) => `${name.padEnd(13)} ok`,
      ),
    );
    const { ok, checks } = JSON.parse((await operator('check', '--json')).output) as Checked;
    expect([ok, checks.length]).toEqual([true, 7]);
  });

  it('names a cohort with more seats taken than it has, and exits with 1', async () => {
    const { write } = academy.connections;
    const [one, other] = await write.query<{ id: string; cohort: string; capacity: number; least: number }[]>(`
      SELECT e.id AS "id", c.id AS "cohort", c.capacity AS "capacity", c.least_enrolment AS "least" FROM enrolment e JOIN cohort c ON c.id = e.cohort_id ORDER BY e.id`);
    const { cohort, capacity, least } = one!;
    await behindTheGuards(
      {
        does: [
          `INSERT INTO seat (cohort_id, number) VALUES ('${cohort}', ${capacity + 1})`,
          `UPDATE enrolment SET cohort_id = '${cohort}', seat_number = ${capacity + 1}, ticket = 2 WHERE id = '${other!.id}'`,
          `UPDATE cohort SET least_enrolment = 0, capacity = 1 WHERE id = '${cohort}'`,
        ],
        undoes: [
          `UPDATE cohort SET capacity = ${capacity}, least_enrolment = ${least} WHERE id = '${cohort}'`,
          `UPDATE enrolment SET cohort_id = '${other!.cohort}', seat_number = 1, ticket = 1 WHERE id = '${other!.id}'`,
          `DELETE FROM seat WHERE cohort_id = '${cohort}' AND number = ${capacity + 1}`,
        ],
      },
      async () => {
        const { code, output } = await operator('check', '--json');
        expect(code).toBe(1);
        // Whoever was moved had completed a cohort, so the register names the altered outcome.
        expect(Object.keys(failedIn(output))).toEqual(['seats', 'log']);
        const told = failedIn(output)['seats']!.join('\n');
        expect(told).toMatch(/Cohort \S+ has 1 seats and holds 2 for people\./);
        expect(told).toMatch(/Cohort \S+ has a capacity of 1 and \d+ seats/);
      },
    );
  });

  it('names a document that was changed', async () => {
    const [row] = await academy.connections.read.query<{ bytes: string }[]>(
      `SELECT f.bytes FROM certificate_form f JOIN certificate k ON k.id = f.certificate_id WHERE f.form = 'pdf' AND k.number = '${numbers.valid}'`,
    );
    const where = `WHERE form = 'pdf' AND certificate_id = (SELECT id FROM certificate WHERE number = '${numbers.valid}')`;
    const altered = Buffer.from(row!.bytes, 'base64');
    altered[Math.floor(altered.length / 2)]! ^= 1;
    const file = await behindTheGuards(
      {
        does: [`UPDATE certificate_form SET bytes = '${altered.toString('base64')}' ${where}`],
        undoes: [`UPDATE certificate_form SET bytes = '${row!.bytes}' ${where}`],
      },
      async () => {
        expect(failedIn((await operator('check', '--json')).output)['documents']).toEqual([
          `Certificate ${numbers.valid}: the bytes of its pdf document are not those that were stored.`,
        ]);
        return backedUp('tampered.tar');
      },
    );

    const { code, output } = await operator('drill', file, '--json', '--in', scratch);
    expect(code).toBe(1);
    expect(Object.keys(failedIn(output)).sort()).toEqual(['certificates', 'documents', 'log']);
    expect(failedIn(output)['certificates']!.join('\n')).toContain(
      `Certificate ${numbers.valid} is valid, and its pdf is found invalid`,
    );
    expect(await readdir(scratch)).toEqual([]);
  }, 60_000);

  it('names a certificate whose row was changed before the backup', async () => {
    const file = await behindTheGuards(
      {
        does: [`UPDATE certificate SET recipient_name = '钱七' WHERE number = '${numbers.revoked}'`],
        undoes: [`UPDATE certificate SET recipient_name = '赵六' WHERE number = '${numbers.revoked}'`],
      },
      () => backedUp('renamed.tar'),
    );
    const { code, output } = await operator('drill', file, '--json', '--in', scratch);
    expect(code).toBe(1);
    expect(failedIn(output)['log']!.join('\n')).toContain(numbers.revoked);
  }, 60_000);

  it('verifies every document of every certificate, reports a good backup, and leaves no copy', async () => {
    const file = await backedUp('good.tar');
    const { code, output, errors } = await operator('drill', file, '--in', scratch);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(/certificates +ok +8 documents of 2 certificates verified/);
    expect(output).toMatch(/rows +ok/);
    expect(output).toContain('The backup is good.');
    expect(await readdir(scratch)).toEqual([]);
    if (DATABASE === 'PostgreSQL') {
      expect(
        await academy.connections.read.query(`SELECT datname FROM pg_database WHERE datname LIKE 'academy_drill_%'`),
      ).toEqual([]);
    }
  }, 60_000);

  it('verifies what is public without the master key, and reports what was not checked', async () => {
    const file = await backedUp('keyless.tar');
    const elsewhere = commandLineOf({ dataDir: scratch, databaseUrl: academy.config.databaseUrl });
    const { code, output } = await elsewhere('drill', file, '--in', scratch);
    expect(code).toBe(0);
    expect(output).toMatch(/keys +not checked/);
    expect(output).toMatch(/certificates +ok +8 documents of 2/);
    expect(output).toContain('The master key of this backup is not at hand');
  }, 60_000);
});
