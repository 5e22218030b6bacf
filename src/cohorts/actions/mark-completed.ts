import type { Transaction } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { stateAfter } from '../domain/states.js';
import { lockedCohort } from './lock-cohort.js';

/**
 * Completes a confirmed cohort, inside the caller's transaction, which records the outcomes and the audit entry.
 * @throws Error for any other state: callers check the rules first
 */
export async function markCompleted(tx: Transaction, cohortId: string): Promise<void> {
  const { state } = await lockedCohort(tx, cohortId);
  if (stateAfter(state, 'completion') === null) throw new Error(`A cohort cannot be completed from ${state}`);
  await tx.of(Cohort).update({ id: cohortId }, { state: 'completed', completedAt: tx.now });
}
