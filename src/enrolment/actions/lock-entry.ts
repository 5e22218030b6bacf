import { looksLikeId, refused, type Refused, type Transaction } from '../../platform/index.js';
import { cohortIdOf, type CohortForSeats } from '../data/cohort-facts.js';
import { lockForSeats } from '../data/locks.js';
import { mayEnter } from '../domain/enrolment-rules.js';
import type { EnrolmentRefusalCode } from '../domain/refusals.js';
import type { Source } from '../domain/states.js';

/** An attempt to enter a cohort, with the trainees and the cohort locked. */
export interface Entry {
  readonly cohort: CohortForSeats;
  /** Each once, in the order in which they get seats. */
  readonly traineeIds: readonly string[];
  readonly source: Source;
  /** The cohort that the trainee leaves in the same transaction. */
  readonly leavingCohortId?: string;
}

export interface EntryRequest {
  readonly cohortCode: string;
  readonly traineeIds: readonly string[];
  readonly source: Source;
}

/** Locks the trainees, then the cohort, and leaves out trainees who are unknown. Refuses where nobody is left. */
export async function lockEntry(
  tx: Transaction,
  { cohortCode, traineeIds, source }: EntryRequest,
): Promise<Entry | Refused<EnrolmentRefusalCode>> {
  const cohortId = await cohortIdOf(tx.query, cohortCode);
  const locked = await lockForSeats(tx, {
    traineeIds: traineeIds.filter(looksLikeId),
    cohortIds: cohortId === null ? [] : [cohortId],
  });
  const known = [...new Set(traineeIds)].filter((id) => locked.traineeIds.has(id));
  const cohort = locked.cohorts.get(cohortId ?? '') ?? null;
  const reasons = mayEnter({ cohortCode, cohort, knownTrainees: known });
  return reasons.length > 0 || cohort === null ? refused(...reasons) : { cohort, traineeIds: known, source };
}
