import sql, { join, type Sql } from 'sql-template-tag';
import { type QueryFunction, storedList } from '../../../platform/index.js';
import type { Away, Availability, OpenSpan } from '../domain/availability.js';
import type { Qualification } from '../domain/qualification.js';
import type { InstructorFacts, PoolFacts, RoomFacts } from '../domain/timetable-facts.js';
import type { AvailabilityOwner } from './availability.entity.js';
import { NOBODY } from './double-booking.js';
import { grouped } from './grouped.js';

/** Null: all. */
type Ids = readonly string[] | null;

const COLUMNS = { id: sql`id`, instructor_id: sql`instructor_id`, owner_id: sql`owner_id` } as const;

function among(column: keyof typeof COLUMNS, ids: Ids): Sql {
  return ids === null ? sql`1 = 1` : sql`${COLUMNS[column]} IN (${join([NOBODY, ...ids])})`;
}

/** Rooms (all, or by ids) with hours and closures, including closed rooms. */
export async function roomFacts(query: QueryFunction, ids: Ids = null): Promise<RoomFacts[]> {
  const rows = await query<{
    id: string;
    code: string;
    zh: string;
    en: string;
    seats: number;
    features: string;
    closedAt: number | null;
    setUp: number;
    clearAway: number;
  }>(sql`
    SELECT id AS "id", code AS "code", name_zh AS "zh", name_en AS "en", seats AS "seats", features AS "features", closed_at AS "closedAt",
      set_up_minutes AS "setUp", clear_away_minutes AS "clearAway" FROM room WHERE ${among('id', ids)} ORDER BY code`);
  const when = await availabilities(query, 'room', ids);
  return rows.map(({ zh, en, closedAt, features, ...row }) => ({
    ...row,
    ...when(row.id),
    name: { zh, en },
    closed: closedAt !== null,
    features: storedList<string>(features),
  }));
}

/** Instructors, including retired ones, with qualifications, hours and absences. */
export async function instructorFacts(query: QueryFunction, ids: Ids = null): Promise<InstructorFacts[]> {
  const rows = await query<{
    id: string;
    zh: string;
    en: string;
    retiredAt: number | null;
    mostMinutesPerDay: number | null;
    mostMinutesPerWeek: number | null;
  }>(sql`
    SELECT id AS "id", name AS "zh", COALESCE(latin_name, name) AS "en", retired_at AS "retiredAt",
      most_minutes_per_day AS "mostMinutesPerDay", most_minutes_per_week AS "mostMinutesPerWeek" FROM instructor WHERE ${among('id', ids)} ORDER BY name, id`);
  const held = grouped(
    await query<Qualification & { ownerId: string }>(sql`
    SELECT instructor_id AS "ownerId", course_id AS "courseId", valid_from AS "validFrom", valid_until AS "validUntil" FROM qualification WHERE ${among('instructor_id', ids)}`),
    ({ ownerId }) => ownerId,
  );
  const when = await availabilities(query, 'instructor', ids);
  return rows.map(({ zh, en, retiredAt, ...row }) => ({
    ...row,
    ...when(row.id),
    name: { zh, en },
    retired: retiredAt !== null,
    qualifications: held.get(row.id) ?? [],
  }));
}

export async function poolFacts(query: QueryFunction, ids: Ids = null): Promise<PoolFacts[]> {
  const rows = await query<{
    id: string;
    product: string;
    edition: string | null;
    seats: number;
    validFrom: string;
    validUntil: string | null;
    closedAt: number | null;
  }>(sql`
    SELECT id AS "id", product AS "product", edition AS "edition", seats AS "seats", valid_from AS "validFrom", valid_until AS "validUntil", closed_at AS "closedAt"
    FROM licence_pool WHERE ${among('id', ids)} ORDER BY product, edition, id`);
  return rows.map(({ product, edition, closedAt, ...row }) => ({
    ...row,
    name: edition === null ? product : `${product} ${edition}`,
    closed: closedAt !== null,
  }));
}

async function availabilities(
  query: QueryFunction,
  kind: AvailabilityOwner,
  ids: Ids,
): Promise<(id: string) => Availability> {
  const hours = grouped(
    await query<OpenSpan & { ownerId: string }>(sql`
    SELECT owner_id AS "ownerId", weekday AS "weekday", from_minute AS "fromMinute", until_minute AS "untilMinute" FROM bookable_hours WHERE owner_kind = ${kind} AND ${among('owner_id', ids)}`),
    ({ ownerId }) => ownerId,
  );
  const away = grouped(
    await query<Away & { ownerId: string }>(sql`
    SELECT owner_id AS "ownerId", starts_at AS "startsAt", ends_at AS "endsAt", reason AS "reason" FROM unavailability WHERE owner_kind = ${kind} AND ${among('owner_id', ids)} ORDER BY starts_at`),
    ({ ownerId }) => ownerId,
  );
  return (id) => ({ hours: hours.get(id) ?? [], away: away.get(id) ?? [] });
}
