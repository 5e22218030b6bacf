import type { Transaction } from '../../platform/index.js';
import { Trainee } from '../../trainees/index.js';
import { type CohortForSeats, lockCohort } from './cohort-facts.js';

export interface LockedForSeats {
  /** Ids of those that exist. */
  readonly traineeIds: ReadonlySet<string>;
  /** By id; those that exist. */
  readonly cohorts: ReadonlyMap<string, CohortForSeats>;
}

/**
 * The lock order of everything that gives, changes or ends somebody's seat or wait: first the trainees in the order of
 * their ids, then the cohorts in the order of theirs, then whatever it writes. An act locks all its trainees before its
 * first cohort. Acts on a cohort as a whole (offers, capacity, completion, cancellation, restoration, marks) lock the
 * cohort only, and no trainee afterwards.
 */
export async function lockForSeats(
  tx: Transaction,
  { traineeIds, cohortIds }: { readonly traineeIds: readonly string[]; readonly cohortIds: readonly string[] },
): Promise<LockedForSeats> {
  const found = await tx.lockEach(Trainee, traineeIds);
  const cohorts = new Map<string, CohortForSeats>();
  for (const id of [...new Set(cohortIds)].sort()) {
    const cohort = await lockCohort(tx, id);
    if (cohort) cohorts.set(id, cohort);
  }
  return { traineeIds: found, cohorts };
}
