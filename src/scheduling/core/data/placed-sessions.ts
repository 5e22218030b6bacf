import sql, { join, type Sql } from 'sql-template-tag';
import { A_MINUTE, type QueryFunction } from '../../../platform/index.js';
import type { LicenceNeed, BilingualName, PlacedSession, Span, Teaching } from '../domain/placed-session.js';
import { Timetable } from '../domain/timetable.js';
import { academyCalendar } from './academy-days.js';
import { LONGEST_HOLD, LONGEST_SESSION, NOBODY } from './double-booking.js';
import { grouped } from './grouped.js';
import { instructorFacts, poolFacts, roomFacts } from './resource-facts.js';
import { isNotCancelled } from './sql.js';

interface PlacedRow extends Span {
  readonly id: string;
  readonly cohortId: string;
  readonly number: number;
  readonly roomId: string | null;
  readonly cohortCode: string;
  readonly courseId: string;
  readonly seatsNeeded: number;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly heldFrom: number | null;
  readonly heldUntil: number | null;
}

/**
 * Sessions in a span that are not cancelled, by start.
 * @param holderIds only sessions that hold one of these rooms, instructors, cohorts or pools
 */
export async function placedSessions(
  query: QueryFunction,
  span: Span,
  holderIds: readonly string[] | null = null,
): Promise<PlacedSession[]> {
  const within = inSpan(span, holderIds);
  const rows = await query<PlacedRow>(sql`
    SELECT s.id AS "id", s.cohort_id AS "cohortId", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.room_id AS "roomId",
      c.code AS "cohortCode", c.course_id AS "courseId", c.capacity AS "seatsNeeded", r.name_zh AS "roomZh", r.name_en AS "roomEn",
      h.held_from AS "heldFrom", h.held_until AS "heldUntil"
    FROM session s JOIN cohort c ON c.id = s.cohort_id LEFT JOIN room r ON r.id = s.room_id
    LEFT JOIN session_hold h ON h.session_id = s.id AND h.kind = 'room'
    WHERE ${within} ORDER BY s.starts_at, s.id`);
  const teaching = grouped(
    await query<Teaching & { sessionId: string; zh: string; en: string }>(sql`
    SELECT t.session_id AS "sessionId", t.instructor_id AS "instructorId", t.role AS "role", i.name AS "zh", COALESCE(i.latin_name, i.name) AS "en"
    FROM session s JOIN session_instructor t ON t.session_id = s.id JOIN instructor i ON i.id = t.instructor_id
    WHERE ${within} ORDER BY CASE t.role WHEN 'lead' THEN 0 ELSE 1 END, i.name`),
    ({ sessionId }) => sessionId,
  );
  const licences = grouped(
    await query<LicenceNeed & { sessionId: string }>(sql`
    SELECT l.session_id AS "sessionId", l.pool_id AS "poolId", l.seats AS "seats" FROM session s JOIN session_licence l ON l.session_id = s.id WHERE ${within}`),
    ({ sessionId }) => sessionId,
  );
  return rows.map(({ roomZh, roomEn, heldFrom, heldUntil, ...row }) => {
    const taught = teaching.get(row.id) ?? [];
    return {
      ...row,
      roomName: roomZh === null ? null : { zh: roomZh, en: roomEn ?? roomZh },
      setUp: heldFrom === null ? 0 : (row.startsAt - heldFrom) / A_MINUTE,
      clearAway: heldUntil === null ? 0 : (heldUntil - row.endsAt) / A_MINUTE,
      instructors: taught.map(({ instructorId, role }) => ({ instructorId, role })),
      instructorNames: taught.map(({ zh, en }): BilingualName => ({ zh, en })),
      licences: (licences.get(row.id) ?? []).map(({ poolId, seats }) => ({ poolId, seats })),
    };
  });
}

/** The academy's timetable in a span. */
export async function timetableIn(query: QueryFunction, span: Span, now: number): Promise<Timetable> {
  return new Timetable({
    sessions: await placedSessions(query, span),
    rooms: await roomFacts(query),
    instructors: await instructorFacts(query),
    pools: await poolFacts(query),
    calendar: await academyCalendar(query),
    now,
  });
}

/**
 * A partial timetable for checking these holders only, which takes milliseconds. It has no other rooms or instructors,
 * so it cannot make suggestions.
 */
export async function timetableOf(
  query: QueryFunction,
  holderIds: readonly string[],
  { span, now }: { readonly span: Span; readonly now: number },
): Promise<Timetable> {
  return new Timetable({
    sessions: await placedSessions(query, span, holderIds),
    rooms: await roomFacts(query, holderIds),
    instructors: await instructorFacts(query, holderIds),
    pools: await poolFacts(query, holderIds),
    calendar: await academyCalendar(query),
    now,
  });
}

function inSpan({ startsAt, endsAt }: Span, holderIds: readonly string[] | null): Sql {
  const held =
    holderIds === null
      ? []
      : [
          sql`s.id IN (
    SELECT held.session_id FROM session_hold held WHERE held.holder_id IN (${join([NOBODY, ...holderIds])})
      AND held.held_from > ${startsAt - LONGEST_HOLD} AND held.held_from < ${endsAt + LONGEST_HOLD})`,
        ];
  return join(
    [
      ...held,
      isNotCancelled('s'),
      sql`s.starts_at > ${startsAt - LONGEST_SESSION}`,
      sql`s.starts_at < ${endsAt}`,
      sql`s.ends_at > ${startsAt}`,
    ],
    ' AND ',
  );
}
