import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { CohortEnrolments } from '../domain/cohort-enrolments.js';
import type { CohortSessions } from '../domain/cohort-sessions.js';

export interface TabCounts {
  readonly sessions: number;
  readonly taken: number;
  readonly waiting: number;
}

interface Counters {
  readonly sessions: CohortSessions;
  readonly enrolments: CohortEnrolments;
}

export async function tabCounts(
  query: QueryFunction,
  { sessions, enrolments }: Counters,
  cohortId: string,
): Promise<TabCounts> {
  const id = sql`${cohortId}`;
  const [row] = await query<TabCounts>(sql`
    SELECT ${sessions.count(id)} AS "sessions", ${enrolments.seated(id)} AS "taken", ${enrolments.waiting(id)} AS "waiting"`);
  return row ?? { sessions: 0, taken: 0, waiting: 0 };
}
