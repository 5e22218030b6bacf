import sql from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../../platform/index.js';
import { Enrolment } from './enrolment.entity.js';

/** In ticket order. */
export function waitlistOf(tx: Transaction, cohortId: string): Promise<Enrolment[]> {
  return tx.of(Enrolment).find({ where: { cohortId, state: 'waitlisted' }, order: { ticket: 'ASC' } });
}

export async function waitlistLength(query: QueryFunction, cohortId: string): Promise<number> {
  const [row] = await query<{ n: number }>(
    sql`SELECT COUNT(*) AS "n" FROM enrolment WHERE cohort_id = ${cohortId} AND state = 'waitlisted'`,
  );
  return Number(row?.n ?? 0);
}

export async function nextTicket(query: QueryFunction, cohortId: string): Promise<number> {
  const [row] = await query<{ last: number | null }>(
    sql`SELECT MAX(ticket) AS "last" FROM enrolment WHERE cohort_id = ${cohortId}`,
  );
  return (row?.last ?? 0) + 1;
}

/** Ids of cohorts with an offer whose deadline has passed. */
export async function cohortsWithLapsedOffers(query: QueryFunction, now: number): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT DISTINCT cohort_id AS "id" FROM enrolment WHERE state = 'offered' AND offer_expires_at <= ${now}`);
  return rows.map(({ id }) => id);
}
