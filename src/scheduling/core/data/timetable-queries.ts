import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { LicenceNeed, BilingualName, TeachingRole } from '../domain/placed-session.js';
import { LONGEST_SESSION, type SessionState } from './double-booking.js';
import { grouped } from './grouped.js';
import type { TeachingAnswer } from './session-instructor.entity.js';
import { isNotCancelled } from './sql.js';

/** An instructor of a session, with role and answer. */
export interface TaughtBy {
  readonly id: string;
  readonly name: BilingualName;
  readonly role: TeachingRole;
  readonly answer: TeachingAnswer;
  /** Their message when declining. */
  readonly said: string | null;
  /** The instructor's account id. */
  readonly accountId: string | null;
}

/** A session for lists and pages. Instants in epoch milliseconds. */
export interface SessionRow {
  readonly id: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly cohortState: string;
  readonly courseId: string;
  readonly course: BilingualName;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly updatedAt: number;
  readonly state: SessionState;
  readonly sequence: number;
  readonly roomId: string | null;
  readonly room: BilingualName | null;
  readonly place: BilingualName | null;
  /** Lead first. */
  readonly instructors: readonly TaughtBy[];
  /** Name of the lead instructor. */
  readonly instructor: BilingualName | null;
  readonly licences: readonly LicenceNeed[];
  readonly overrideReason: string | null;
  /** The closed day on which it is held intentionally. */
  readonly meantDay: string | null;
  readonly cancelledBecause: string | null;
}

interface FlatRow extends Omit<SessionRow, 'course' | 'room' | 'place' | 'instructor' | 'instructors' | 'licences'> {
  readonly courseZh: string;
  readonly courseEn: string;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly placeZh: string | null;
  readonly placeEn: string | null;
}

export interface SessionFilter {
  /** Sessions that overlap this span. */
  readonly from?: number;
  readonly until?: number;
  readonly ids?: readonly string[];
  readonly cohortIds?: readonly string[];
  readonly roomId?: string;
  readonly instructorId?: string;
  readonly instructorAccountId?: string;
  readonly withCancelled?: boolean;
}

/** A cohort's sessions by start, including cancelled ones. */
export function sessionsOfCohort(query: QueryFunction, cohortId: string): Promise<SessionRow[]> {
  return sessionFilter(query, { cohortIds: [cohortId], withCancelled: true });
}

/** Sessions that overlap a span, by start. */
export function sessionsBetween(query: QueryFunction, from: number, until: number): Promise<SessionRow[]> {
  return sessionFilter(query, { from, until });
}

export async function sessionById(query: QueryFunction, id: string): Promise<SessionRow | null> {
  return (await sessionRows(query, sql`s.id = ${id}`))[0] ?? null;
}

export function sessionFilter(query: QueryFunction, filter: SessionFilter): Promise<SessionRow[]> {
  if (filter.cohortIds?.length === 0 || filter.ids?.length === 0) return Promise.resolve([]);
  const conditions = [
    filter.withCancelled ? empty : isNotCancelled('s'),
    filter.from === undefined
      ? empty
      : sql`s.starts_at > ${filter.from - LONGEST_SESSION} AND s.ends_at > ${filter.from}`,
    filter.until === undefined ? empty : sql`s.starts_at < ${filter.until}`,
    filter.ids === undefined ? empty : sql`s.id IN (${join([...filter.ids])})`,
    filter.cohortIds === undefined ? empty : sql`s.cohort_id IN (${join([...filter.cohortIds])})`,
    filter.roomId === undefined ? empty : sql`s.room_id = ${filter.roomId}`,
    filter.instructorId === undefined
      ? empty
      : sql`s.id IN (SELECT session_id FROM session_instructor WHERE instructor_id = ${filter.instructorId})`,
    filter.instructorAccountId === undefined
      ? empty
      : sql`s.id IN (
      SELECT t.session_id FROM session_instructor t JOIN instructor i ON i.id = t.instructor_id WHERE i.account_id = ${filter.instructorAccountId})`,
  ].filter((one) => one !== empty);
  return sessionRows(query, conditions.length === 0 ? sql`1 = 1` : join(conditions, ' AND '));
}

async function sessionRows(query: QueryFunction, where: Sql): Promise<SessionRow[]> {
  const rows = await query<FlatRow>(sql`
    SELECT s.id AS "id", s.cohort_id AS "cohortId", c.code AS "cohort", c.state AS "cohortState", c.course_id AS "courseId",
      v.title_zh AS "courseZh", v.title_en AS "courseEn", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
      s.updated_at AS "updatedAt", s.state AS "state", s.sequence AS "sequence", s.override_reason AS "overrideReason", s.meant_day AS "meantDay", s.cancelled_because AS "cancelledBecause",
      s.room_id AS "roomId", r.name_zh AS "roomZh", r.name_en AS "roomEn", r.place_zh AS "placeZh", r.place_en AS "placeEn"
    FROM session s JOIN cohort c ON c.id = s.cohort_id JOIN course_version v ON v.id = c.course_version_id LEFT JOIN room r ON r.id = s.room_id
    WHERE ${where} ORDER BY s.starts_at, s.number, s.id`);
  const taught = await taughtBy(query, where);
  const licences = grouped(
    await query<LicenceNeed & { sessionId: string }>(sql`
    SELECT l.session_id AS "sessionId", l.pool_id AS "poolId", l.seats AS "seats" FROM session s JOIN session_licence l ON l.session_id = s.id WHERE ${where}`),
    ({ sessionId }) => sessionId,
  );
  return rows.map(({ courseZh, courseEn, roomZh, roomEn, placeZh, placeEn, ...row }) => {
    const instructors = taught.get(row.id) ?? [];
    return {
      ...row,
      course: { zh: courseZh, en: courseEn },
      room: both(roomZh, roomEn),
      place: both(placeZh, placeEn),
      instructors,
      instructor: instructors.find(({ role }) => role === 'lead')?.name ?? null,
      licences: (licences.get(row.id) ?? []).map(({ poolId, seats }) => ({ poolId, seats })),
    };
  });
}

type TaughtRow = Omit<TaughtBy, 'name'> & { readonly sessionId: string; readonly zh: string; readonly en: string };

async function taughtBy(query: QueryFunction, where: Sql): Promise<Map<string, TaughtBy[]>> {
  const rows = await query<TaughtRow>(sql`
    SELECT t.session_id AS "sessionId", i.id AS "id", i.name AS "zh", COALESCE(i.latin_name, i.name) AS "en", t.role AS "role", t.answer AS "answer", t.said AS "said", i.account_id AS "accountId"
    FROM session s JOIN session_instructor t ON t.session_id = s.id JOIN instructor i ON i.id = t.instructor_id
    WHERE ${where} ORDER BY CASE t.role WHEN 'lead' THEN 0 ELSE 1 END, i.name`);
  const groups = grouped(rows, ({ sessionId }) => sessionId);
  return new Map(
    [...groups].map(([id, taught]) => [
      id,
      taught.map(({ sessionId: _session, zh, en, ...one }) => ({ ...one, name: { zh, en } })),
    ]),
  );
}

function both(zh: string | null, en: string | null): BilingualName | null {
  return zh === null ? null : { zh, en: en ?? zh };
}
