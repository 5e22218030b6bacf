import { refuse, refused, type Refused, type Transaction } from '../../platform/index.js';
import { Trainee } from '../../trainees/index.js';
import { cohortIdOf, type CohortForSeats, lockCohort } from '../data/cohort-facts.js';
import type { EnrolmentRefusalCode } from '../domain/enrolment-rules.js';
import type { Source } from '../domain/states.js';

/** An attempt to enter a cohort, with the cohort locked. */
export interface Entry {
  readonly cohort: CohortForSeats;
  readonly traineeId: string;
  readonly source: Source;
  /** The cohort that the trainee leaves in the same transaction. */
  readonly leavingCohortId?: string;
}

export interface EntryRequest {
  readonly cohortCode: string;
  readonly traineeId: string | null;
  readonly source: Source;
}

/** Locks the trainee, then the cohort. Refuses where one of them is unknown. */
export async function lockEntry(
  tx: Transaction,
  { cohortCode, traineeId, source }: EntryRequest,
): Promise<Entry | Refused<EnrolmentRefusalCode>> {
  if (traineeId === null || !(await tx.lock(Trainee, traineeId)))
    return refused(refuse('unknownTrainee', {}, 'traineeId'));
  const cohortId = await cohortIdOf(tx.query, cohortCode);
  const cohort = cohortId === null ? null : await lockCohort(tx, cohortId);
  return cohort
    ? { cohort, traineeId, source }
    : refused(refuse('unknownCohort', { cohort: cohortCode }, 'cohortCode'));
}
