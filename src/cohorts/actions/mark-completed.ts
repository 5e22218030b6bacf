import type { Transaction } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { stateAfter } from '../domain/states.js';
import { lockedCohort } from './lock-cohort.js';

/**
 * Ends a confirmed cohort inside the transaction that recorded everybody's outcome and writes the audit line.
 * @throws Error from any other state: rules are asked before.
 */
export async function markCompleted(tx: Transaction, cohortId: string): Promise<void> {
  const { state } = await lockedCohort(tx, cohortId);
  if (stateAfter(state, 'completion') === null) throw new Error(`A cohort cannot be completed from ${state}`);
  await tx.of(Cohort).update({ id: cohortId }, { state: 'completed', completedAt: tx.now });
}
