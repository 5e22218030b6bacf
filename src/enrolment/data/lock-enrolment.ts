import sql from 'sql-template-tag';
import { looksLikeId, type Transaction } from '../../platform/index.js';
import type { CohortForSeats } from './cohort-facts.js';
import { Enrolment } from './enrolment.entity.js';
import { lockForSeats } from './locks.js';

export interface LockedEnrolment {
  readonly enrolment: Enrolment;
  readonly cohort: CohortForSeats;
  /** The trainee's account, for `may`; `null` in it where they have none. */
  readonly ownerIds: readonly (string | null)[];
}

/**
 * The enrolment with its trainee and cohort locked, or `null` if there is none. The caller asks whether the actor may
 * change it.
 */
export async function lockEnrolment(tx: Transaction, id: string): Promise<LockedEnrolment | null> {
  if (!looksLikeId(id)) return null;
  const [owner] = await tx.query<{ cohortId: string; traineeId: string; accountId: string | null }>(sql`
    SELECT e.cohort_id AS "cohortId", e.trainee_id AS "traineeId", t.account_id AS "accountId" FROM enrolment e JOIN trainee t ON t.id = e.trainee_id WHERE e.id = ${id}`);
  if (!owner) return null;
  const locked = await lockForSeats(tx, { traineeIds: [owner.traineeId], cohortIds: [owner.cohortId] });
  const cohort = locked.cohorts.get(owner.cohortId);
  const enrolment = await tx.of(Enrolment).findOneBy({ id });
  return cohort && enrolment ? { enrolment, cohort, ownerIds: [owner.accountId] } : null;
}
