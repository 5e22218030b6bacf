import sql from 'sql-template-tag';
import { ConfirmCohort } from '../../../src/cohorts/index.js';
import { ReadDatabase } from '../../../src/platform/index.js';
import { ChangeInstructor } from '../../../src/scheduling/index.js';
import { aCohort, type BuiltCohort, done } from '../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../builders/trainees.js';
import type { TestAcademy } from '../../support/app.js';
import { type Person, person, signedIn, someone } from '../../support/people.js';

export interface TaughtCohort {
  readonly cohort: BuiltCohort;
  readonly trainees: readonly BuiltTrainee[];
  /** Enrolment ids, in the trainees' order. */
  readonly enrolments: readonly string[];
  /** Address of the register of its only session. */
  readonly register: string;
  readonly teacher: Person;
}

/** A confirmed cohort with confirmed trainees and an instructor who can sign in. */
export async function aCohortWithTeacher(academy: TestAcademy, count: number): Promise<TaughtCohort> {
  const reads = academy.app.get(ReadDatabase);
  const cohort = await aCohort(academy, { capacity: 10 });
  const trainees = await someTrainees(academy, count);
  for (const trainee of trainees)
    await (
      await signedIn(academy, trainee)
    ).submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`);
  const email = `teacher-${cohort.code.toLowerCase()}@academy.example`;
  const teacher = await someone(academy, { name: '王老师', email, roles: ['instructor'] });
  done(
    await academy.app.get(ChangeInstructor).execute(await person(academy, 'administrator'), cohort.instructorId, {
      name: teacher.name,
      latinName: null,
      email: teacher.email,
      phone: null,
      bioZh: null,
      bioEn: null,
      accountEmail: teacher.email,
    }),
  );
  done(
    await academy.app
      .get(ConfirmCohort)
      .execute(await person(academy, 'coordinator'), cohort.id, { acknowledged: true }),
  );
  const enrolments = await reads.query<{ id: string; traineeId: string }>(
    sql`SELECT id AS "id", trainee_id AS "traineeId" FROM enrolment WHERE cohort_id = ${cohort.id}`,
  );
  const session = await reads.first<{ id: string }>(sql`SELECT id AS "id" FROM session WHERE cohort_id = ${cohort.id}`);
  return {
    cohort,
    trainees,
    teacher,
    register: `/sessions/${session!.id}/register`,
    enrolments: trainees.map(({ traineeId }) => enrolments.find((one) => one.traineeId === traineeId)!.id),
  };
}
