import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Sessions that a cohort's cancellation cancels: planned and ahead, by start. */
export async function sessionsToCancel(query: QueryFunction, cohortId: string, now: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`SELECT id AS "id" FROM session WHERE cohort_id = ${cohortId} AND state = 'planned' AND starts_at > ${now} ORDER BY starts_at, id`,
  );
  return rows.map(({ id }) => id);
}

/** Sessions cancelled by the cohort's cancellation and not changed since, by start. */
export async function sessionsToRestore(
  query: QueryFunction,
  cohortId: string,
  cancelledAt: number,
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`SELECT id AS "id" FROM session WHERE cohort_id = ${cohortId} AND state = 'cancelled' AND updated_at = ${cancelledAt} ORDER BY starts_at, id`,
  );
  return rows.map(({ id }) => id);
}
