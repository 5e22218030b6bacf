import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** `null` when the cohort is full. */
export async function lowestFreeSeat(query: QueryFunction, cohortId: string): Promise<number | null> {
  const [number] = await freeSeats(query, cohortId, 1);
  return number ?? null;
}

/** The lowest first, at most so many. */
export async function freeSeats(query: QueryFunction, cohortId: string, most: number): Promise<number[]> {
  const rows = await query<{ number: number }>(sql`
    SELECT s.number AS "number" FROM seat s LEFT JOIN enrolment e ON e.cohort_id = s.cohort_id AND e.seat_number = s.number
    WHERE s.cohort_id = ${cohortId} AND e.id IS NULL ORDER BY s.number LIMIT ${most}`);
  return rows.map(({ number }) => number);
}

/** All seats of the cohort, taken or free. */
export async function countSeats(query: QueryFunction, cohortId: string): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM seat WHERE cohort_id = ${cohortId}`);
  return Number(row?.count ?? 0);
}
