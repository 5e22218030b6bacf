import sql from 'sql-template-tag';
import { ReadDatabase, SYSTEM, UnitOfWork } from '../../../src/platform/index.js';
import { Trainee } from '../../../src/trainees/index.js';
import { aCohort } from '../../builders/cohorts.js';
import { aTrainee } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

const onPostgres = DATABASE === 'PostgreSQL';

/** Holds what the transaction locks until the returned function is called. */
async function holding(academy: TestAcademy, trainee: string): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let held = (): void => undefined;
  const locked = new Promise<void>((resolve) => (held = resolve));
  const transaction = academy.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
    tx.withoutAudit('it only holds the row');
    await tx.lock(Trainee, trainee);
    held();
    await released;
  });
  await locked;
  return () => {
    release();
    return transaction;
  };
}

describe(`a row that another transaction holds for too long (${DATABASE})`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    if (!onPostgres) return;
    const url = new URL(academy.config.databaseUrl ?? '');
    url.searchParams.set('options', '-c lock_timeout=300ms');
    await academy.restart({ databaseUrl: url.href });
  });
  afterAll(() => academy.close());

  it('is answered with 503, when to try again, and that nothing was saved', async () => {
    // SQLite has one writer, and no row locks.
    if (!onPostgres) return;
    const cohort = await aCohort(academy);
    const { traineeId } = await aTrainee(academy);
    const release = await holding(academy, traineeId);
    const browser = await signedIn(academy, 'coordinator', 'en');
    const page = `/office/cohorts/${cohort.code}/roster`;
    const refused = await browser.post(page, { traineeId }, page);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    expect(wordsOf(refused.text)).toContain('Nothing was saved');
    const enrolments = sql`SELECT COUNT(*) FROM enrolment WHERE cohort_id = ${cohort.id}`;
    expect(await academy.app.get(ReadDatabase).count(enrolments)).toBe(0);
    await release();
    expect((await browser.post(page, { traineeId })).status).toBe(303);
    expect(await academy.app.get(ReadDatabase).count(enrolments)).toBe(1);
  });
});
