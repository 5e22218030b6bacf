import { OUTCOME_BINDINGS, type OutcomeBindings, outcomesOf } from '../../../src/attendance/index.js';
import { Course } from '../../../src/courses/index.js';
import { Enrolment } from '../../../src/enrolment/index.js';
import { newId, type Transaction } from '../../../src/platform/index.js';
import { Trainee } from '../../../src/trainees/index.js';
import { insertAchievement } from '../../builders/achievements.js';
import { aCohort, type BuiltCohort } from '../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../builders/trainees.js';
import type { BuilderAcademy } from '../../support/app.js';

export interface Graduates {
  readonly cohort: BuiltCohort;
  readonly trainees: readonly BuiltTrainee[];
  readonly achievementId: string;
}

interface Wanted {
  readonly names: readonly {
    readonly name: string;
    readonly latinName?: string | null;
    readonly state?: 'completed' | 'notCompleted';
  }[];
  readonly validMonths?: number | null;
}

/** A cohort whose course leads to an achievement, and its trainees, who completed it unless told otherwise. */
export async function graduates(academy: BuilderAcademy, { names, validMonths = 24 }: Wanted): Promise<Graduates> {
  const cohort = await aCohort(academy, { capacity: Math.max(1, names.length) });
  const trainees = await someTrainees(academy, names.length);
  const achievementId = newId();
  await academy.write(async (tx) => {
    await insertAchievement(tx, {
      id: achievementId,
      code: `A-${cohort.courseCode}`,
      nameZh: '云计算管理员',
      nameEn: 'Cloud Administrator',
      criteriaZh: '出勤八成以上,考核合格',
      criteriaEn: 'Attendance and assessment',
      validMonths,
    });
    await tx.of(Course).update({ id: cohort.courseId }, { achievementId });
    for (const [at, { name, latinName = null, state = 'completed' }] of names.entries()) {
      await tx.of(Trainee).update({ id: trainees[at]!.traineeId }, { name, latinName });
      await tx.of(Enrolment).insert({
        id: newId(),
        cohortId: cohort.id,
        traineeId: trainees[at]!.traineeId,
        state,
        seatNumber: at + 1,
        ticket: at + 1,
        offerExpiresAt: null,
        source: 'self',
        madeAt: tx.now,
        confirmedAt: tx.now,
        endedAt: tx.now,
      });
    }
    await bindOutcomes(academy, tx, cohort.id);
    await tx.audit('story.told', { type: 'cohort', id: cohort.id, label: cohort.code });
  });
  return { cohort, trainees, achievementId };
}

/** Binds outcomes as they are, like the completion of the cohort. Marks and results written later need it again. */
export async function bindOutcomes(academy: BuilderAcademy, tx: Transaction, cohortId: string): Promise<void> {
  const bindings = academy.app.get<OutcomeBindings>(OUTCOME_BINDINGS);
  await bindings.execute(tx, await outcomesOf(tx.query, cohortId));
}
