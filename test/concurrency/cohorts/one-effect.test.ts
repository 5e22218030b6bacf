import sql from 'sql-template-tag';
import {
  CancelCohort,
  PlanCohort,
  PublishCohort,
  PreviewRestoration,
  RestoreCohort,
} from '../../../src/cohorts/index.js';
import { isRefused, ReadDatabase } from '../../../src/platform/index.js';
import { aCohort } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';

describe('concurrent actions on one cohort', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());
  const audited = (id: string, act: string) =>
    academy.app
      .get(ReadDatabase)
      .count(sql`SELECT COUNT(*) AS "n" FROM audit_entry WHERE subject_id = ${id} AND act = ${act}`);

  test('publish it once if two people publish it', async () => {
    const coordinator = await person(academy, 'coordinator');
    const cohort = await aCohort(academy, { capacity: 5, publish: false });
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => academy.app.get(PublishCohort).execute(coordinator, cohort.id)),
    );
    expect(outcomes.some(isRefused)).toBe(false);
    expect(await audited(cohort.id, 'cohort.published')).toBe(1);
    expect(
      await academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) AS "n" FROM seat WHERE cohort_id = ${cohort.id}`),
    ).toBe(5);
  });

  test('create it once if the form is sent twice; the second is refused beside the code', async () => {
    const coordinator = await person(academy, 'coordinator');
    const { plan } = await aCohort(academy, { publish: false });
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => academy.app.get(PlanCohort).execute(coordinator, { ...plan, code: 'TWICE-2026-03' })),
    );
    expect(outcomes.filter(isRefused).map(({ reasons }) => reasons[0]?.code)).toEqual([
      'cohortCodeTaken',
      'cohortCodeTaken',
    ]);
  });

  test('keep no enrolment if it is cancelled while people enrol, and notify each person once', async () => {
    const coordinator = await person(academy, 'coordinator');
    const cohort = await aCohort(academy, { capacity: 3 });
    const trainees = await someTrainees(academy, 6);
    const browsers = await Promise.all(trainees.map((one) => signedIn(academy, one)));
    for (const browser of browsers) await browser.get(`/cohorts/${cohort.code}`);
    const [, , ...answers] = await Promise.all([
      academy.app.get(CancelCohort).execute(coordinator, cohort.id, '教室维修'),
      academy.app.get(CancelCohort).execute(coordinator, cohort.id, '教室维修'),
      ...browsers.map((browser) => browser.post(`/cohorts/${cohort.code}/enrolments`)),
    ]);
    expect(answers.every(({ status }) => status === 303 || status === 422)).toBe(true);
    const reads = academy.app.get(ReadDatabase);
    expect(
      await reads.count(
        sql`SELECT COUNT(*) AS "n" FROM enrolment WHERE cohort_id = ${cohort.id} AND state <> 'withdrawn'`,
      ),
    ).toBe(0);
    const emails = await reads.query<{ n: number }>(
      sql`SELECT COUNT(*) AS "n" FROM outbox_message WHERE body LIKE '%教室维修%' GROUP BY to_address`,
    );
    expect(emails.every(({ n }) => Number(n) === 1)).toBe(true);
    expect(await audited(cohort.id, 'cohort.cancelled')).toBe(1);
  });

  test('restore it once if two people restore it and a third views it, and email each person once', async () => {
    const coordinator = await person(academy, 'coordinator');
    const cohort = await aCohort(academy, { capacity: 2 });
    const trainees = await someTrainees(academy, 3);
    for (const one of trainees)
      await (await signedIn(academy, one)).submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`);
    await academy.app.get(CancelCohort).execute(coordinator, cohort.id, '误操作');
    academy.clock.moveTo(academy.clock.now() + 60_000);
    const [preview, restore] = [academy.app.get(PreviewRestoration), academy.app.get(RestoreCohort)];
    const outcomes = await Promise.all([
      preview.execute(coordinator, cohort.id),
      restore.execute(coordinator, cohort.id),
      restore.execute(coordinator, cohort.id),
      preview.execute(coordinator, cohort.id),
    ]);
    expect(
      outcomes
        .slice(1, 3)
        .filter(isRefused)
        .map(({ reasons }) => reasons[0]?.code),
    ).toEqual(['cohortNotCancelled']);
    const reads = academy.app.get(ReadDatabase);
    const states = await reads.query<{ state: string }>(
      sql`SELECT state AS "state" FROM enrolment WHERE cohort_id = ${cohort.id} ORDER BY ticket`,
    );
    expect(states.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    expect(
      await reads.count(sql`SELECT COUNT(*) AS "n" FROM session WHERE cohort_id = ${cohort.id} AND state = 'planned'`),
    ).toBe(1);
    for (const { email } of trainees)
      expect(
        await reads.count(
          sql`SELECT COUNT(*) AS "n" FROM outbox_message WHERE to_address = ${email} AND created_at = ${academy.clock.now()}`,
        ),
      ).toBe(1);
    expect(await audited(cohort.id, 'cohort.restored')).toBe(1);
  });
});
