import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';
import type { Named } from '../domain/placed-session.js';
import { LONGEST_SESSION, type SessionState } from './double-booking.js';

/** A session as lists and pages show it. Instants in epoch milliseconds. */
export interface SessionRow {
  readonly id: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly cohortState: string;
  readonly courseId: string;
  readonly course: Named;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly updatedAt: number;
  readonly state: SessionState;
  readonly sequence: number;
  readonly roomId: string | null;
  readonly room: Named | null;
  readonly place: Named | null;
  readonly instructorId: string | null;
  readonly instructor: Named | null;
  /** The account with which the instructor signs in: who may mark the register. */
  readonly instructorAccountId: string | null;
}

interface FlatRow extends Omit<SessionRow, 'course' | 'room' | 'place' | 'instructor'> {
  readonly courseZh: string;
  readonly courseEn: string;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly placeZh: string | null;
  readonly placeEn: string | null;
  readonly instructorZh: string | null;
  readonly instructorEn: string | null;
}

export interface SessionsWanted {
  /** Sessions that touch this span. */
  readonly from?: number;
  readonly until?: number;
  readonly cohortIds?: readonly string[];
  readonly roomId?: string;
  readonly instructorId?: string;
  readonly instructorAccountId?: string;
  readonly withCancelled?: boolean;
}

/** A cohort's sessions by start, cancelled ones among them. */
export function sessionsOfCohort(ask: Ask, cohortId: string): Promise<SessionRow[]> {
  return sessionsWanted(ask, { cohortIds: [cohortId], withCancelled: true });
}

/** Sessions that touch a span of time, by start. */
export function sessionsBetween(ask: Ask, from: number, until: number): Promise<SessionRow[]> {
  return sessionsWanted(ask, { from, until });
}

export async function sessionById(ask: Ask, id: string): Promise<SessionRow | null> {
  return (await sessionRows(ask, sql`s.id = ${id}`))[0] ?? null;
}

export function sessionsWanted(ask: Ask, wanted: SessionsWanted): Promise<SessionRow[]> {
  if (wanted.cohortIds?.length === 0) return Promise.resolve([]);
  const conditions = [
    wanted.withCancelled ? empty : sql`s.state <> 'cancelled'`,
    wanted.from === undefined ? empty : sql`s.starts_at > ${wanted.from - LONGEST_SESSION} AND s.ends_at > ${wanted.from}`,
    wanted.until === undefined ? empty : sql`s.starts_at < ${wanted.until}`,
    wanted.cohortIds === undefined ? empty : sql`s.cohort_id IN (${join([...wanted.cohortIds])})`,
    wanted.roomId === undefined ? empty : sql`s.room_id = ${wanted.roomId}`,
    wanted.instructorId === undefined ? empty : sql`s.instructor_id = ${wanted.instructorId}`,
    wanted.instructorAccountId === undefined ? empty : sql`i.account_id = ${wanted.instructorAccountId}`,
  ].filter((one) => one !== empty);
  return sessionRows(ask, conditions.length === 0 ? sql`1 = 1` : join(conditions, ' AND '));
}

async function sessionRows(ask: Ask, where: Sql): Promise<SessionRow[]> {
  const rows = await ask<FlatRow>(sql`
    SELECT s.id AS "id", s.cohort_id AS "cohortId", c.code AS "cohort", c.state AS "cohortState", c.course_id AS "courseId",
      v.title_zh AS "courseZh", v.title_en AS "courseEn", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
      s.updated_at AS "updatedAt", s.state AS "state", s.sequence AS "sequence",
      s.room_id AS "roomId", r.name_zh AS "roomZh", r.name_en AS "roomEn", r.place_zh AS "placeZh", r.place_en AS "placeEn",
      s.instructor_id AS "instructorId", i.name AS "instructorZh", COALESCE(i.latin_name, i.name) AS "instructorEn", i.account_id AS "instructorAccountId"
    FROM session s JOIN cohort c ON c.id = s.cohort_id JOIN course_version v ON v.id = c.course_version_id
    LEFT JOIN room r ON r.id = s.room_id LEFT JOIN instructor i ON i.id = s.instructor_id
    WHERE ${where} ORDER BY s.starts_at, s.number, s.id`);
  return rows.map(({ courseZh, courseEn, roomZh, roomEn, placeZh, placeEn, instructorZh, instructorEn, ...row }) => ({
    ...row, course: { zh: courseZh, en: courseEn }, room: both(roomZh, roomEn), place: both(placeZh, placeEn), instructor: both(instructorZh, instructorEn),
  }));
}

function both(zh: string | null, en: string | null): Named | null {
  return zh === null ? null : { zh, en: en ?? zh };
}
