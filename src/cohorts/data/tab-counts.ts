import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

export interface TabCounts {
  readonly sessions: number;
  readonly taken: number;
  readonly waiting: number;
}

/** The numbers on the tabs over a cohort's pages. */
export async function tabCounts(query: QueryFunction, cohortId: string): Promise<TabCounts> {
  const [row] = await query<TabCounts>(sql`
    SELECT (SELECT COUNT(*) FROM session WHERE cohort_id = ${cohortId} AND state <> 'cancelled') AS "sessions",
      (SELECT COUNT(*) FROM enrolment WHERE cohort_id = ${cohortId} AND seat_number IS NOT NULL) AS "taken",
      (SELECT COUNT(*) FROM enrolment WHERE cohort_id = ${cohortId} AND state = 'waitlisted') AS "waiting"`);
  return row ?? { sessions: 0, taken: 0, waiting: 0 };
}
