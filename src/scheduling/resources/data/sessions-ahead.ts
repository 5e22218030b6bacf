import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

export interface PlannedSessions {
  readonly count: number;
  /** End of the last one; null if there are none. */
  readonly last: number | null;
}

/** Sessions that an instructor still has, in any role, including a running one. */
export async function sessionsToTeach(
  query: QueryFunction,
  instructorId: string,
  now: number,
): Promise<PlannedSessions> {
  const [ahead] = await query<PlannedSessions>(sql`
    SELECT COUNT(*) AS "count", MAX(s.ends_at) AS "last" FROM session s JOIN session_instructor si ON si.session_id = s.id
    WHERE si.instructor_id = ${instructorId} AND s.state = 'planned' AND s.ends_at > ${now}`);
  return { count: Number(ahead?.count ?? 0), last: ahead?.last ?? null };
}

/** Sessions that a room still has, including a running one. */
export async function sessionsToMeet(query: QueryFunction, roomId: string, now: number): Promise<PlannedSessions> {
  const [ahead] = await query<PlannedSessions>(sql`
    SELECT COUNT(*) AS "count", MAX(ends_at) AS "last" FROM session WHERE room_id = ${roomId} AND state = 'planned' AND ends_at > ${now}`);
  return { count: Number(ahead?.count ?? 0), last: ahead?.last ?? null };
}

export interface CohortToSeat {
  readonly code: string;
  readonly capacity: number;
}

/** The largest cohort with a session ahead in the room. */
export async function largestCohortAhead(
  query: QueryFunction,
  roomId: string,
  now: number,
): Promise<CohortToSeat | null> {
  const [largest] = await query<CohortToSeat>(sql`
    SELECT c.code AS "code", c.capacity AS "capacity" FROM session s JOIN cohort c ON c.id = s.cohort_id
    WHERE s.room_id = ${roomId} AND s.state = 'planned' AND s.starts_at > ${now} ORDER BY c.capacity DESC LIMIT 1`);
  return largest ?? null;
}

export interface LedSession {
  readonly cohort: string;
  readonly number: number;
  readonly startsAt: number;
}

/** Sessions ahead of one course that an instructor leads, by start. */
export function sessionsToLead(
  query: QueryFunction,
  { instructorId, courseId }: { readonly instructorId: string; readonly courseId: string },
  now: number,
): Promise<LedSession[]> {
  return query<LedSession>(sql`
    SELECT c.code AS "cohort", s.number AS "number", s.starts_at AS "startsAt" FROM session s JOIN cohort c ON c.id = s.cohort_id JOIN session_instructor si ON si.session_id = s.id AND si.role = 'lead'
    WHERE si.instructor_id = ${instructorId} AND c.course_id = ${courseId} AND s.state = 'planned' AND s.starts_at > ${now} ORDER BY s.starts_at`);
}
