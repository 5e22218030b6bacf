import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/index.js';
import { Session } from '../data/session.entity.js';
import { freeHolds } from './write-session.js';

/** Cancels what is still ahead of a cohort that is cancelled itself, inside the caller's unit, which tells people. Answers how many. */
export async function cancelSessionsOfCohort(tx: Transaction, cohortId: string): Promise<number> {
  const ahead = await tx.rows<{ id: string; sequence: number }>(sql`
    SELECT id AS "id", sequence AS "sequence" FROM session WHERE cohort_id = ${cohortId} AND state = 'planned' AND starts_at > ${tx.now}`);
  await freeHolds(tx, ahead.map(({ id }) => id));
  for (const { id, sequence } of ahead) await tx.of(Session).update({ id }, { state: 'cancelled', sequence: sequence + 1, updatedAt: tx.now });
  return ahead.length;
}
