/** @database SQLite: PostgreSQL refuses values that are not of the column's type, but for texts */
import { SignCertificates } from '../../../src/certifications/index.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { certificateSteps, type Row } from '../certifications/certificate-steps.js';

describe('values that nobody can read, which somebody has written into the database', () => {
  let academy: TestAcademy;
  let row: Row;
  let code: string;
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const made = await one('王芳', null);
    row = made.row;
    code = made.scenario.cohort.code;
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterAll(async () => {
    academy.takeErrors();
    await academy.close();
  });

  /** Sets a column for as long as the work takes. */
  async function altered<T>(table: string, change: string, work: () => Promise<T>): Promise<T> {
    await write(`CREATE TABLE kept AS SELECT rowid AS "row", * FROM ${table}`);
    const column = change.split(' = ')[0]!;
    await write('PRAGMA ignore_check_constraints = ON');
    try {
      await write(`UPDATE ${table} SET ${change}`);
      return await work();
    } finally {
      await write(
        `UPDATE ${table} SET ${column} = (SELECT kept.${column} FROM kept WHERE kept."row" = ${table}.rowid)`,
      );
      await write('DROP TABLE kept');
      await write('PRAGMA ignore_check_constraints = OFF');
    }
  }

  const verified = async (): Promise<number> => {
    const form = { number: row.number, name: '王芳' };
    return (await academy.client().post('/verify', form, '/verify')).status;
  };

  it.each([
    ['certificate_template', `wording = 'x'`],
    ['certificate_template', `wording = '{}'`],
    ['certificate_template', `signatories = '7'`],
    ['certificate_template', `seal = x'ff00'`],
    ['certificate_template', `number_pattern = x'ff00'`],
    ['certificate_template', `number_prefix = x'ff00'`],
  ])('leave every number verified: %s %s', async (table, change) => {
    expect(await altered(table, change, verified)).toBe(303);
  });

  it.each([
    ['cohort', `starts_on = 'x'`, ['/', '/office']],
    ['cohort', `window_closes_at = 'x'`, ['/', '/office']],
    ['enrolment', `offer_expires_at = 'x'`, ['/office']],
    ['certificate_template', `wording = 'x'`, ['/office/certificate-templates', '/office/certificates/numbers']],
    ['job', `created_at = 'x'`, ['/office']],
  ])('are no unexpected fault of a page: %s %s', async (table, change, paths) => {
    const administrator = await signedIn(academy, 'administrator');
    const answers = await altered(table, change, async () => {
      const found: number[] = [];
      for (const path of paths) found.push((await administrator.get(path)).status);
      return found;
    });
    for (const status of answers) expect([200, 303, 503]).toContain(status);
  });

  it('are answered as records that must be checked first where nothing can be shown without them', async () => {
    const coordinator = await signedIn(academy, 'coordinator');
    const page = await altered('certificate_template', `wording = 'x'`, () =>
      coordinator.get(`/office/cohorts/${code}/certificates`),
    );
    expect(page.status).toBe(503);
    expect(page.text).toContain('verify-log');
  });
});
