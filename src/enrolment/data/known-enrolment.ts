import sql from 'sql-template-tag';
import { type Actor, looksLikeId, type Transaction } from '../../platform/index.js';
import { may } from '../../accounts/index.js';
import { type CohortForSeats, lockCohort } from './cohort-facts.js';
import { Enrolment } from './enrolment.entity.js';

export interface LockedEnrolment {
  readonly enrolment: Enrolment;
  readonly cohort: CohortForSeats;
  /** Whether the actor acts for the academy rather than for themselves. */
  readonly byStaff: boolean;
}

/** The enrolment under its cohort's lock, or `null` where there is none that the actor may touch. */
export async function lockEnrolment(tx: Transaction, actor: Actor, id: string): Promise<LockedEnrolment | null> {
  if (!looksLikeId(id)) return null;
  const [known] = await tx.query<{ cohortId: string; accountId: string | null }>(sql`
    SELECT e.cohort_id AS "cohortId", t.account_id AS "accountId" FROM enrolment e JOIN trainee t ON t.id = e.trainee_id WHERE e.id = ${id}`);
  if (!known || !may(actor, 'enrolment.withdraw', { ownerIds: [known.accountId] })) return null;
  const cohort = await lockCohort(tx, known.cohortId);
  const enrolment = await tx.of(Enrolment).findOneBy({ id });
  return cohort && enrolment && { enrolment, cohort, byStaff: may(actor, 'roster.manage') };
}
