import { type Actor, NotAllowed, type Transaction, found } from '../../platform/index.js';
import { may } from '../../accounts/index.js';
import { Cohort } from '../data/cohort.entity.js';

/** Locks the row until the transaction ends. @throws NotFound */
export async function lockedCohort(tx: Transaction, id: string): Promise<Cohort> {
  const cohort = found(await tx.lock(Cohort, id));
  return cohort;
}

/** @throws NotAllowed */
export function onlyStaff(actor: Actor): void {
  if (!may(actor, 'cohort.manage')) throw new NotAllowed();
}

export const named = ({ id, code }: Pick<Cohort, 'id' | 'code'>) => ({ type: 'cohort', id, label: code }) as const;
