import sql from 'sql-template-tag';
import { AddAssessment, CompleteCohort, MarkAttendance, RecordResults } from '../../../../src/attendance/index.js';
import { ConfirmCohort } from '../../../../src/cohorts/index.js';
import { Course } from '../../../../src/courses/index.js';
import { daysAfter, instantOf, newId, ReadDatabase } from '../../../../src/platform/index.js';
import { Trainee } from '../../../../src/trainees/index.js';
import { insertAchievement } from '../../../builders/achievements.js';
import { aCohort, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { someTrainees } from '../../../builders/trainees.js';
import type { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';

export interface CompletedCohort {
  readonly cohort: BuiltCohort;
  readonly achievementId: string;
}

/** A cohort completed by the product's own actions, with one session and one exam; who scores below 60 has failed. */
export async function aCompletedCohort(
  academy: TestAcademy,
  scores: Readonly<Record<string, number>>,
): Promise<CompletedCohort> {
  const taught = await aTaughtCohort(academy, scores);
  done(await academy.app.get(CompleteCohort).execute(await person(academy, 'coordinator'), taught.cohort.id));
  return taught;
}

/** The same, still to be completed. */
export async function aTaughtCohort(
  academy: TestAcademy,
  scores: Readonly<Record<string, number>>,
): Promise<CompletedCohort> {
  const coordinator = await person(academy, 'coordinator');
  const { query } = academy.app.get(ReadDatabase);
  const names = Object.keys(scores);
  const cohort = await aCohort(academy, { capacity: names.length });
  const achievementId = newId();
  const trainees = await someTrainees(academy, names.length);
  for (const one of trainees)
    await (await signedIn(academy, one)).submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`);
  await academy.write(async (tx) => {
    const achievement = {
      nameZh: '云计算管理员',
      nameEn: 'Cloud Administrator',
      criteriaZh: '合格',
      criteriaEn: 'Passed',
    };
    await insertAchievement(tx, {
      id: achievementId,
      code: `A-${cohort.courseCode}`,
      ...achievement,
      validMonths: 24,
    });
    await tx.of(Course).update({ id: cohort.courseId }, { achievementId });
    for (const [at, name] of names.entries())
      await tx.of(Trainee).update({ id: trainees[at]!.traineeId }, { name, latinName: null });
    await tx.audit('story.told', { type: 'cohort', id: cohort.id, label: cohort.code });
  });
  done(await academy.app.get(ConfirmCohort).execute(coordinator, cohort.id, { acknowledged: true }));
  academy.clock.moveTo(instantOf(daysAfter(cohort.day, 1), '09:00'));
  const [session] = await query<{ id: string }>(sql`SELECT id AS "id" FROM session WHERE cohort_id = ${cohort.id}`);
  const people = await query<{ id: string; name: string }>(
    sql`SELECT e.id AS "id", t.name AS "name" FROM enrolment e JOIN trainee t ON t.id = e.trainee_id WHERE e.cohort_id = ${cohort.id}`,
  );
  const marks = people.map(({ id }) => ({ enrolmentId: id, mark: 'present' as const, reason: null }));
  done(await academy.app.get(MarkAttendance).execute(coordinator, session!.id, marks));
  const exam = {
    nameZh: '理论考试',
    nameEn: 'Theory exam',
    kind: 'exam',
    weight: 100,
    passScore: 60,
    fullScore: 100,
  } as const;
  const { id: assessmentId } = done(await academy.app.get(AddAssessment).execute(coordinator, cohort.id, exam));
  const results = people.map(({ id, name }) => ({ assessmentId, enrolmentId: id, score: scores[name]! }));
  done(await academy.app.get(RecordResults).execute(coordinator, cohort.id, results));
  return { cohort, achievementId };
}
