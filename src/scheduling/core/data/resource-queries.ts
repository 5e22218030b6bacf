import sql from 'sql-template-tag';
import { type QueryFunction, storedList } from '../../../platform/index.js';
import type { Qualification } from '../domain/qualification.js';
import type { RoomKind } from './room.entity.js';

export interface RoomRow {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: RoomKind;
  readonly seats: number;
  readonly placeZh: string;
  readonly placeEn: string;
  readonly features: readonly string[];
  readonly setUpMinutes: number;
  readonly clearAwayMinutes: number;
  readonly closedAt: number | null;
}

export async function rooms(query: QueryFunction): Promise<RoomRow[]> {
  const rows = await query<Omit<RoomRow, 'features'> & { features: string }>(sql`
    SELECT id AS "id", code AS "code", name_zh AS "nameZh", name_en AS "nameEn", kind AS "kind", seats AS "seats",
      place_zh AS "placeZh", place_en AS "placeEn", features AS "features", set_up_minutes AS "setUpMinutes", clear_away_minutes AS "clearAwayMinutes", closed_at AS "closedAt"
    FROM room ORDER BY code`);
  return rows.map(({ features, ...row }) => ({ ...row, features: storedList<string>(features) }));
}

export interface InstructorRow {
  readonly id: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly bioZh: string | null;
  readonly bioEn: string | null;
  readonly accountId: string | null;
  readonly accountEmail: string | null;
  readonly mostMinutesPerDay: number | null;
  readonly mostMinutesPerWeek: number | null;
  readonly retiredAt: number | null;
}

export function instructors(query: QueryFunction): Promise<InstructorRow[]> {
  return query<InstructorRow>(sql`
    SELECT i.id AS "id", i.name AS "name", i.latin_name AS "latinName", i.email AS "email", i.phone AS "phone", i.bio_zh AS "bioZh", i.bio_en AS "bioEn",
      i.account_id AS "accountId", a.email AS "accountEmail", i.most_minutes_per_day AS "mostMinutesPerDay", i.most_minutes_per_week AS "mostMinutesPerWeek", i.retired_at AS "retiredAt" FROM instructor i LEFT JOIN account a ON a.id = i.account_id ORDER BY i.name, i.id`);
}

export interface QualificationOfInstructor extends Qualification {
  readonly id: string;
  readonly instructorId: string;
  readonly course: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

/** All qualifications, or those of one instructor, by course code. */
export function qualifications(
  query: QueryFunction,
  instructorId: string | null = null,
): Promise<QualificationOfInstructor[]> {
  return query<QualificationOfInstructor>(sql`
    SELECT q.id AS "id", q.instructor_id AS "instructorId", q.course_id AS "courseId", q.valid_from AS "validFrom", q.valid_until AS "validUntil",
      c.code AS "course", c.title_zh AS "titleZh", c.title_en AS "titleEn"
    FROM qualification q JOIN course c ON c.id = q.course_id
    WHERE ${instructorId === null ? sql`1 = 1` : sql`q.instructor_id = ${instructorId}`} ORDER BY c.code, q.valid_from`);
}

export function coursesToTeach(
  query: QueryFunction,
): Promise<{ id: string; code: string; titleZh: string; titleEn: string }[]> {
  return query(
    sql`SELECT id AS "id", code AS "code", title_zh AS "titleZh", title_en AS "titleEn" FROM course WHERE retired_at IS NULL ORDER BY code`,
  );
}
