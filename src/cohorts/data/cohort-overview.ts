import sql from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';

export interface SeatCounts {
  readonly confirmed: number;
  readonly offered: number;
  readonly waitlisted: number;
  readonly completed: number;
  readonly notCompleted: number;
}

export interface SessionAhead {
  readonly id: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly state: string;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly instructor: string | null;
}

export interface CohortEvent {
  readonly at: number;
  readonly act: string;
  readonly actorName: string;
  readonly detail: string;
}

export async function seatCounts(reads: ReadDatabase, cohortId: string): Promise<SeatCounts> {
  const rows = await reads.query<{ state: string; count: number }>(
    sql`SELECT state AS "state", COUNT(*) AS "count" FROM enrolment WHERE cohort_id = ${cohortId} GROUP BY state`,
  );
  const of = (state: string): number => Number(rows.find((one) => one.state === state)?.count ?? 0);
  return {
    confirmed: of('confirmed'),
    offered: of('offered'),
    waitlisted: of('waitlisted'),
    completed: of('completed'),
    notCompleted: of('notCompleted'),
  };
}

/** The next few sessions that are not over. */
export function sessionsAhead(reads: ReadDatabase, cohortId: string, now: number): Promise<SessionAhead[]> {
  return reads.query(sql`
    SELECT s.id AS "id", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.state AS "state",
      r.name_zh AS "roomZh", r.name_en AS "roomEn", i.name AS "instructor"
    FROM session s LEFT JOIN room r ON r.id = s.room_id
      LEFT JOIN session_instructor si ON si.session_id = s.id AND si.role = 'lead' LEFT JOIN instructor i ON i.id = si.instructor_id
    WHERE s.cohort_id = ${cohortId} AND s.state <> 'cancelled' AND s.ends_at > ${now} ORDER BY s.starts_at LIMIT 4`);
}

/** What was done to the cohort, latest first. */
export function cohortHistory(reads: ReadDatabase, cohortId: string): Promise<CohortEvent[]> {
  return reads.query(sql`
    SELECT at AS "at", act AS "act", actor_name AS "actorName", detail AS "detail" FROM audit_entry
    WHERE subject_type = 'cohort' AND subject_id = ${cohortId} ORDER BY at DESC, id DESC LIMIT 50`);
}
