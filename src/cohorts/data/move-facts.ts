import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { MoveFacts } from '../domain/move-rules.js';

interface Row {
  readonly code: string;
  readonly state: MoveFacts['cohort']['state'];
  readonly capacity: number;
  readonly leastEnrolment: number;
  readonly windowClosesAt: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly decisionOn: string | null;
  readonly cancelledFrom: MoveFacts['cohort']['cancelledFrom'];
  readonly courseRetiredCode: string | null;
  readonly sessions: number;
  readonly sessionsWithoutRoom: number;
  readonly sessionsWithoutInstructor: number;
  readonly confirmed: number;
}

/** What the rules must know before a cohort moves to its next state: the same for the page and the act. */
export async function moveFacts(query: QueryFunction, cohortId: string, now: number): Promise<MoveFacts> {
  const [row] = await query<Row>(sql`
    SELECT c.code AS "code", c.state AS "state", c.capacity AS "capacity", c.least_enrolment AS "leastEnrolment", c.window_closes_at AS "windowClosesAt",
      c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.decision_on AS "decisionOn", c.cancelled_from AS "cancelledFrom",
      (SELECT co.code FROM course co WHERE co.id = c.course_id AND co.retired_at IS NOT NULL) AS "courseRetiredCode",
      (SELECT COUNT(*) FROM session s WHERE s.cohort_id = c.id AND s.state <> 'cancelled') AS "sessions",
      (SELECT COUNT(*) FROM session s WHERE s.cohort_id = c.id AND s.state <> 'cancelled' AND s.room_id IS NULL) AS "sessionsWithoutRoom",
      (SELECT COUNT(*) FROM session s WHERE s.cohort_id = c.id AND s.state <> 'cancelled'
        AND NOT EXISTS (SELECT 1 FROM session_instructor si WHERE si.session_id = s.id AND si.role = 'lead')) AS "sessionsWithoutInstructor",
      (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.state = 'confirmed') AS "confirmed"
    FROM cohort c WHERE c.id = ${cohortId}`);
  if (!row) throw new Error('The cohort of the rules is not there');
  const [smallestRoom] = await query<{ code: string; seats: number }>(sql`
    SELECT r.code AS "code", r.seats AS "seats" FROM session s JOIN room r ON r.id = s.room_id
    WHERE s.cohort_id = ${cohortId} AND s.state <> 'cancelled' ORDER BY r.seats, r.code LIMIT 1`);
  const { courseRetiredCode, sessions, sessionsWithoutRoom, sessionsWithoutInstructor, confirmed, ...cohort } = row;
  return {
    now,
    cohort,
    courseRetiredCode,
    sessions,
    sessionsWithoutRoom,
    sessionsWithoutInstructor,
    confirmed,
    smallestRoom: smallestRoom ?? null,
  };
}
