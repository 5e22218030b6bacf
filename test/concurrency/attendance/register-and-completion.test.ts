import sql from 'sql-template-tag';
import { CompleteCohort, MARKS, MarkAttendance } from '../../../src/attendance/index.js';
import { ConfirmCohort } from '../../../src/cohorts/index.js';
import { daysAfter, instantOf, isRefused, ReadDatabase } from '../../../src/platform/index.js';
import { aCohort, done } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';

describe('a register that several people mark at once', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  test('holds one current mark for each person; completion happens once, afterwards', async () => {
    const coordinator = await person(academy, 'coordinator');
    const reads = academy.app.get(ReadDatabase);
    const cohort = await aCohort(academy, { capacity: 4 });
    for (const one of await someTrainees(academy, 4))
      await (await signedIn(academy, one)).submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`);
    done(await academy.app.get(ConfirmCohort).execute(coordinator, cohort.id, { acknowledged: true }));
    academy.clock.moveTo(instantOf(daysAfter(cohort.day, 1), '09:00'));
    const [session] = await reads.query<{ id: string }>(
      sql`SELECT id AS "id" FROM session WHERE cohort_id = ${cohort.id}`,
    );
    const people = await reads.query<{ id: string }>(
      sql`SELECT id AS "id" FROM enrolment WHERE cohort_id = ${cohort.id}`,
    );
    const mark = (at: number) =>
      academy.app.get(MarkAttendance).execute(
        coordinator,
        session!.id,
        people.map(({ id }) => ({ enrolmentId: id, mark: MARKS[at % 4]!, reason: null })),
      );
    await Promise.all(Array.from({ length: 12 }, (_, at) => mark(at)));
    const current = await reads.query<{ mark: string }>(
      sql`SELECT mark AS "mark" FROM attendance_mark WHERE session_id = ${session!.id} AND superseded_at IS NULL`,
    );
    expect(current).toHaveLength(4);
    const [first, second, late] = await Promise.all([
      academy.app.get(CompleteCohort).execute(coordinator, cohort.id),
      academy.app.get(CompleteCohort).execute(coordinator, cohort.id),
      mark(1),
    ]);
    expect([first, second].filter((one) => one === null)).toHaveLength(1);
    expect(isRefused(first) || isRefused(second)).toBe(false);
    expect(
      await reads.count(
        sql`SELECT COUNT(*) AS "n" FROM enrolment_event v JOIN enrolment e ON e.id = v.enrolment_id WHERE e.cohort_id = ${cohort.id} AND v.kind IN ('completed', 'notCompleted')`,
      ),
    ).toBe(4);
    expect(isRefused(late) || 'written' in late).toBe(true);
  });
});
