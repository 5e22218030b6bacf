import sql, { join, type Sql } from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';
import type { Named, PlacedSession } from '../domain/placed-session.js';
import type { InstructorFacts, RoomFacts } from '../domain/rules.js';
import { LONGEST_SESSION } from './double-booking.js';

/** A cohort as far as its timetable must know it. */
export interface CohortForTimetable {
  readonly id: string;
  readonly code: string;
  readonly courseId: string;
  readonly state: string;
  readonly capacity: number;
  /** Days, `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly title: Named;
}

type CohortKey = { readonly code: string } | { readonly id: string };

export async function cohortForTimetable(ask: Ask, key: CohortKey): Promise<CohortForTimetable | null> {
  const where = 'code' in key ? sql`c.code = ${key.code}` : sql`c.id = ${key.id}`;
  const [row] = await ask<Omit<CohortForTimetable, 'title'> & { titleZh: string; titleEn: string }>(sql`
    SELECT c.id AS "id", c.code AS "code", c.course_id AS "courseId", c.state AS "state", c.capacity AS "capacity",
      c.starts_on AS "startsOn", c.ends_on AS "endsOn", v.title_zh AS "titleZh", v.title_en AS "titleEn"
    FROM cohort c JOIN course_version v ON v.id = c.course_version_id WHERE ${where}`);
  if (!row) return null;
  const { titleZh, titleEn, ...known } = row;
  return { ...known, title: { zh: titleZh, en: titleEn } };
}

export async function roomFacts(ask: Ask, id: string): Promise<RoomFacts | null> {
  const [row] = await ask<{ zh: string; en: string; seats: number; closedAt: number | null }>(sql`
    SELECT name_zh AS "zh", name_en AS "en", seats AS "seats", closed_at AS "closedAt" FROM room WHERE id = ${id}`);
  return row ? { name: { zh: row.zh, en: row.en }, seats: row.seats, closed: row.closedAt !== null } : null;
}

export async function instructorFacts(ask: Ask, id: string): Promise<InstructorFacts | null> {
  const [row] = await ask<{ zh: string; en: string; retiredAt: number | null }>(sql`
    SELECT name AS "zh", COALESCE(latin_name, name) AS "en", retired_at AS "retiredAt" FROM instructor WHERE id = ${id}`);
  if (!row) return null;
  const qualifications = await ask<InstructorFacts['qualifications'][number]>(sql`
    SELECT course_id AS "courseId", valid_from AS "validFrom", valid_until AS "validUntil" FROM qualification WHERE instructor_id = ${id}`);
  return { name: { zh: row.zh, en: row.en }, retired: row.retiredAt !== null, qualifications };
}

/** Whose time is asked for; `null` of a kind is nobody's. Absent altogether: everybody's. */
export interface Holders {
  readonly cohortId: string | null;
  readonly roomId: string | null;
  readonly instructorId: string | null;
}

interface PlacedRow extends Omit<PlacedSession, 'roomName' | 'instructorName'> {
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly instructorZh: string | null;
  readonly instructorEn: string | null;
}

/** Sessions that hold something between two instants, cancelled ones left out, by start. */
export async function placedSessions(ask: Ask, { from, until, holders }: { from: number; until: number; holders?: Holders }): Promise<PlacedSession[]> {
  const rows = await ask<PlacedRow>(sql`
    SELECT s.id AS "id", s.cohort_id AS "cohortId", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
      s.room_id AS "roomId", s.instructor_id AS "instructorId", c.code AS "cohortCode",
      r.name_zh AS "roomZh", r.name_en AS "roomEn", i.name AS "instructorZh", COALESCE(i.latin_name, i.name) AS "instructorEn"
    FROM session s JOIN cohort c ON c.id = s.cohort_id
    LEFT JOIN room r ON r.id = s.room_id LEFT JOIN instructor i ON i.id = s.instructor_id
    WHERE s.state <> 'cancelled' AND s.starts_at > ${from - LONGEST_SESSION} AND s.starts_at < ${until} AND s.ends_at > ${from}
      AND ${holders ? heldBy(holders) : sql`1 = 1`}
    ORDER BY s.starts_at, s.id`);
  return rows.map(({ roomZh, roomEn, instructorZh, instructorEn, ...row }) => ({
    ...row, roomName: named(roomZh, roomEn), instructorName: named(instructorZh, instructorEn),
  }));
}

function heldBy({ cohortId, roomId, instructorId }: Holders): Sql {
  const any = [
    ...(cohortId === null ? [] : [sql`s.cohort_id = ${cohortId}`]),
    ...(roomId === null ? [] : [sql`s.room_id = ${roomId}`]),
    ...(instructorId === null ? [] : [sql`s.instructor_id = ${instructorId}`]),
  ];
  return any.length === 0 ? sql`1 = 0` : sql`(${join(any, ' OR ')})`;
}

function named(zh: string | null, en: string | null): Named | null {
  return zh === null ? null : { zh, en: en ?? zh };
}
