import type { QueryFunction } from '../../platform/index.js';
import type { EnrolmentOutcome } from '../domain/enrolment-outcome.js';
import { type CohortStanding, completionOf } from './completion.js';

/** The outcome of everybody in a cohort, as stored; of those who have not ended yet, what they have reached so far. */
export async function outcomesOf(query: QueryFunction, cohortId: string): Promise<EnrolmentOutcome[]> {
  // Only sessions without a mark depend on the time, and those do not count.
  return outcomesIn(cohortId, await completionOf(query, cohortId, 0));
}

export function outcomesIn(
  cohortId: string,
  { people, assessments }: Pick<CohortStanding, 'people' | 'assessments'>,
): EnrolmentOutcome[] {
  return people.map(({ enrolmentId, traineeId, state, endedAt, tally, scores }) => ({
    enrolmentId,
    cohortId,
    traineeId,
    state,
    endedAt,
    attended: tally.attended,
    counted: tally.counted,
    scores: assessments.map(({ id, nameZh, nameEn, passScore, fullScore }, at) => ({
      assessmentId: id,
      nameZh,
      nameEn,
      passScore,
      fullScore,
      score: scores[at] ?? null,
    })),
  }));
}
