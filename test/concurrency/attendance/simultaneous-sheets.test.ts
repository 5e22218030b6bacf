import sql from 'sql-template-tag';
import { AddAssessment, MARKS, MarkAttendance, RecordResults } from '../../../src/attendance/index.js';
import { ConfirmCohort } from '../../../src/cohorts/index.js';
import { daysAfter, instantOf, isRefused, ReadDatabase } from '../../../src/platform/index.js';
import { aCohort, done } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { type Person, person, signedIn } from '../../support/people.js';

describe('sheets that several people opened and save at once', () => {
  let academy: TestAcademy;
  let coordinator: Person;
  let cohortId: string;
  let sessionId: string;
  let people: readonly string[];
  beforeAll(async () => {
    academy = await TestAcademy.open();
    coordinator = await person(academy, 'coordinator');
    const cohort = await aCohort(academy, { capacity: 4 });
    for (const one of await someTrainees(academy, 4))
      await (await signedIn(academy, one)).submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`);
    done(await academy.app.get(ConfirmCohort).execute(coordinator, cohort.id, { acknowledged: true }));
    academy.clock.moveTo(instantOf(daysAfter(cohort.day, 1), '09:00'));
    const reads = academy.app.get(ReadDatabase);
    const idOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
    cohortId = cohort.id;
    [sessionId] = idOf(await reads.query(sql`SELECT id AS "id" FROM session WHERE cohort_id = ${cohortId}`)) as [
      string,
    ];
    people = idOf(await reads.query(sql`SELECT id AS "id" FROM enrolment WHERE cohort_id = ${cohortId}`));
  });
  afterAll(() => academy.close());

  it('record one of the scores and refuse all others, again and again', async () => {
    const exam = { nameZh: '考试', nameEn: 'Exam', kind: 'exam', weight: 100, passScore: 60, fullScore: 100 } as const;
    const { id: assessmentId } = done(await academy.app.get(AddAssessment).execute(coordinator, cohortId, exam));
    let shown: number | null = null;
    for (const round of [0, 1, 2]) {
      const scores = Array.from({ length: 8 }, (_, at) => 10 * round + at);
      const outcomes = await Promise.all(
        scores.map((score) =>
          academy.app
            .get(RecordResults)
            .execute(coordinator, cohortId, [{ assessmentId, enrolmentId: people[0]!, score, shown }]),
        ),
      );
      const first = outcomes.findIndex((outcome) => !isRefused(outcome));
      expect(outcomes.filter(isRefused)).toHaveLength(7);
      const stored = await academy.app
        .get(ReadDatabase)
        .query<{ score: number }>(
          sql`SELECT score AS "score" FROM result WHERE assessment_id = ${assessmentId} AND superseded_at IS NULL`,
        );
      expect(stored).toEqual([{ score: scores[first] }]);
      shown = scores[first]!;
    }
  });

  it('record each person’s first mark and let nobody replace it unseen, neither by a mark nor for the rest', async () => {
    const marked = (at: number) =>
      academy.app
        .get(MarkAttendance)
        .execute(
          coordinator,
          sessionId,
          at % 2 === 0
            ? [{ enrolmentId: people[at / 2]!, mark: MARKS[at / 2]!, reason: null, shown: null }]
            : people.map((enrolmentId) => ({ enrolmentId, mark: 'present', reason: null, isForUnmarked: true })),
        );
    await Promise.all(Array.from({ length: 8 }, (_, at) => marked(at)));
    const stored = await academy.app
      .get(ReadDatabase)
      .query<{ id: string; superseded: number | null }>(
        sql`SELECT enrolment_id AS "id", superseded_at AS "superseded" FROM attendance_mark WHERE session_id = ${sessionId}`,
      );
    expect(stored.map(({ id }) => id).sort()).toEqual([...people].sort());
    expect(stored.every(({ superseded }) => superseded === null)).toBe(true);
  });
});
