import { may } from '../../accounts/index.js';
import { Cohort } from '../../cohorts/index.js';
import { NotFound, type Transaction } from '../../platform/index.js';
import { teachersOf } from '../data/register.js';

/** Locks a cohort, if the actor may record its results. @throws NotFound otherwise */
export async function cohortForResults(tx: Transaction, cohortId: string): Promise<Cohort> {
  const cohort = await tx.lock(Cohort, cohortId);
  if (!cohort || !may(tx.actor, 'result.record', { instructorIds: await teachersOf(tx.query, cohortId) }))
    throw new NotFound();
  return cohort;
}

export const isClosed = ({ state }: Pick<Cohort, 'state'>): boolean => state === 'completed' || state === 'cancelled';
