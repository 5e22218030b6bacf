import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import { isNotCancelled } from '../../scheduling/index.js';
import type { LineEntry } from '../domain/cell-edits.js';
import type { Mark } from '../domain/marks.js';

export interface SessionOfRegister {
  readonly id: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly state: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly cohortState: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly instructorName: string | null;
  /** Accounts of its instructors, who may mark. */
  readonly instructorIds: readonly string[];
}

export async function sessionOfRegister(query: QueryFunction, id: string): Promise<SessionOfRegister | null> {
  const [row] = await query<Omit<SessionOfRegister, 'instructorIds'>>(sql`
    SELECT s.id AS "id", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.state AS "state", c.id AS "cohortId", c.code AS "cohort",
      c.state AS "cohortState", v.title_zh AS "titleZh", v.title_en AS "titleEn", r.name_zh AS "roomZh", r.name_en AS "roomEn",
      i.name AS "instructorName"
    FROM session s JOIN cohort c ON c.id = s.cohort_id JOIN course_version v ON v.id = c.course_version_id
    LEFT JOIN room r ON r.id = s.room_id
    LEFT JOIN session_instructor si ON si.session_id = s.id AND si.role = 'lead' LEFT JOIN instructor i ON i.id = si.instructor_id WHERE s.id = ${id}`);
  if (!row) return null;
  const accounts = await query<{ id: string }>(sql`
    SELECT i.account_id AS "id" FROM session_instructor si JOIN instructor i ON i.id = si.instructor_id WHERE si.session_id = ${id} AND i.account_id IS NOT NULL`);
  return { ...row, instructorIds: accounts.map((one) => one.id) };
}

export interface RegisterLine {
  readonly enrolmentId: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly workplace: string | null;
  readonly mark: Mark | null;
  readonly reason: string | null;
  readonly markedAt: number | null;
  readonly markedByName: string | null;
}

/** What stands in a line; `null`: no mark. */
export const entryOf = ({ mark, reason }: Pick<RegisterLine, 'mark' | 'reason'>): LineEntry | null =>
  mark === null ? null : { mark, reason };

/**
 * Who was expected at a session: those whose seat was confirmed before it ended and who had not left when it began, and
 * anybody who was marked. `e` and `s` are the aliases of enrolment and session.
 */
export const EXPECTED: Sql = sql`(e.confirmed_at IS NOT NULL AND e.confirmed_at < s.ends_at
  AND (e.state IN ('confirmed', 'completed', 'notCompleted') OR (e.state = 'withdrawn' AND e.ended_at > s.starts_at)))`;

export function registerOf(query: QueryFunction, sessionId: string): Promise<RegisterLine[]> {
  return query(sql`
    SELECT e.id AS "enrolmentId", t.name AS "name", t.latin_name AS "latinName", t.workplace AS "workplace", m.mark AS "mark", m.reason AS "reason",
      m.marked_at AS "markedAt", m.marked_by_name AS "markedByName"
    FROM session s JOIN enrolment e ON e.cohort_id = s.cohort_id JOIN trainee t ON t.id = e.trainee_id
    LEFT JOIN attendance_mark m ON m.session_id = s.id AND m.enrolment_id = e.id AND m.superseded_at IS NULL
    WHERE s.id = ${sessionId} AND (m.id IS NOT NULL OR ${EXPECTED}) ORDER BY e.seat_number, e.ticket`);
}

export interface EarlierMark {
  readonly enrolmentId: string;
  readonly name: string;
  readonly mark: Mark;
  readonly reason: string | null;
  readonly markedAt: number;
  readonly markedByName: string;
  readonly supersededAt: number;
}

/** Marks that were replaced later, latest change first. */
export function earlierMarks(query: QueryFunction, sessionId: string): Promise<EarlierMark[]> {
  return query(sql`
    SELECT m.enrolment_id AS "enrolmentId", t.name AS "name", m.mark AS "mark", m.reason AS "reason", m.marked_at AS "markedAt",
      m.marked_by_name AS "markedByName", m.superseded_at AS "supersededAt"
    FROM attendance_mark m JOIN enrolment e ON e.id = m.enrolment_id JOIN trainee t ON t.id = e.trainee_id
    WHERE m.session_id = ${sessionId} AND m.superseded_at IS NOT NULL ORDER BY m.superseded_at DESC, m.id DESC LIMIT 200`);
}

/** Accounts of the instructors of any session of a cohort: they may record its results. */
export async function teachersOf(query: QueryFunction, cohortId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT DISTINCT i.account_id AS "id" FROM session s JOIN session_instructor si ON si.session_id = s.id JOIN instructor i ON i.id = si.instructor_id
    WHERE s.cohort_id = ${cohortId} AND ${isNotCancelled('s')} AND i.account_id IS NOT NULL`);
  return rows.map(({ id }) => id);
}
