import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** `null` when the cohort is full. */
export async function lowestFreeSeat(query: QueryFunction, cohortId: string): Promise<number | null> {
  const [row] = await query<{ number: number | null }>(sql`
    SELECT MIN(s.number) AS "number" FROM seat s LEFT JOIN enrolment e ON e.cohort_id = s.cohort_id AND e.seat_number = s.number
    WHERE s.cohort_id = ${cohortId} AND e.id IS NULL`);
  return row?.number ?? null;
}

/** All seats of the cohort, taken or free. */
export async function countSeats(query: QueryFunction, cohortId: string): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM seat WHERE cohort_id = ${cohortId}`);
  return Number(row?.count ?? 0);
}
