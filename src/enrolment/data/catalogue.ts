import sql, { empty, type Sql } from 'sql-template-tag';
import { cohortEnrols, cohortRuns } from '../../cohorts/index.js';
import { countOf, daysAfter, monthsAfter, type QueryFunction } from '../../platform/index.js';
import { holdsSeat, isInState, newcomerSeats } from './sql.js';

export interface CatalogueFilter {
  readonly q: string;
  readonly track: string;
  readonly level: string;
  /** `YYYY-MM`, or empty. */
  readonly month: string;
  readonly onlyWithSeats: boolean;
  readonly now: number;
  readonly page: number;
  readonly size: number;
}

export interface CatalogueRow {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly trackZh: string;
  readonly trackEn: string;
  readonly level: string;
  readonly days: number;
  readonly hours: number;
  /** First day of the next cohort that takes enrolments; `null` where none does. */
  readonly nextStart: string | null;
  readonly freeSeats: number | null;
}

/** Courses on offer. Those with an open cohort come first, ordered by its first day. */
export async function catalogue(
  query: QueryFunction,
  filter: CatalogueFilter,
): Promise<{ rows: CatalogueRow[]; count: number }> {
  const [open, where] = [openCohorts(filter), filterCondition(filter)];
  const needsOpenCohort = filter.month !== '' || filter.onlyWithSeats;
  const count = await countOf(
    query,
    sql`FROM course co JOIN track t ON t.id = co.track_id ${needsOpenCohort ? open : empty} ${where}`,
  );
  const rows = await query<CatalogueRow>(sql`
    SELECT co.code AS "code", co.title_zh AS "titleZh", co.title_en AS "titleEn", co.summary_zh AS "summaryZh", co.summary_en AS "summaryEn",
      t.name_zh AS "trackZh", t.name_en AS "trackEn", co.level AS "level", co.days AS "days", co.hours AS "hours",
      open.next_start AS "nextStart", open.free_seats AS "freeSeats"
    FROM course co JOIN track t ON t.id = co.track_id ${open} ${where}
    ORDER BY CASE WHEN open.next_start IS NULL THEN 1 ELSE 0 END, open.next_start, co.code
    LIMIT ${filter.size} OFFSET ${(filter.page - 1) * filter.size}`);
  return { rows, count };
}

/** Per course, over its cohorts that take enrolments now: the first start and the number of seats for newcomers. */
function openCohorts({ month, now }: CatalogueFilter): Sql {
  return sql`
    LEFT JOIN (
      SELECT o.course_id, MIN(o.starts_on) AS next_start, SUM(o.free) AS free_seats FROM (
        SELECT c.course_id, c.starts_on, ${newcomerSeats('c')} AS free
        FROM cohort c WHERE ${cohortEnrols('c', now)} AND c.window_opens_at <= ${now}
          ${month === '' ? empty : sql`AND c.starts_on >= ${`${month}-01`} AND c.starts_on <= ${lastDayOf(month)}`}
      ) o GROUP BY o.course_id
    ) open ON open.course_id = co.id`;
}

function filterCondition({ q, track, level, month, onlyWithSeats }: CatalogueFilter): Sql {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return sql`
    WHERE co.retired_at IS NULL
      ${track === '' ? empty : sql`AND t.code = ${track}`}
      ${level === '' ? empty : sql`AND co.level = ${level}`}
      ${month === '' ? empty : sql`AND open.next_start IS NOT NULL`}
      ${onlyWithSeats ? sql`AND open.free_seats > 0` : empty}
      ${
        q === ''
          ? empty
          : sql`AND (lower(co.code) LIKE ${like} ESCAPE '!' OR lower(co.title_zh) LIKE ${like} ESCAPE '!' OR lower(co.title_en) LIKE ${like} ESCAPE '!'
        OR lower(co.summary_zh) LIKE ${like} ESCAPE '!' OR lower(co.summary_en) LIKE ${like} ESCAPE '!' OR lower(t.name_zh) LIKE ${like} ESCAPE '!' OR lower(t.name_en) LIKE ${like} ESCAPE '!')`
      }`;
}

/** @param month `YYYY-MM`. */
function lastDayOf(month: string): string {
  return daysAfter(monthsAfter(`${month}-01`, 1), -1);
}

export interface TrackOption {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export function trackOptions(query: QueryFunction): Promise<TrackOption[]> {
  return query(
    sql`SELECT code AS "code", name_zh AS "nameZh", name_en AS "nameEn" FROM track WHERE retired_at IS NULL ORDER BY position, code`,
  );
}

export interface PublicCohortRow {
  readonly code: string;
  readonly state: string;
  readonly delivery: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly windowOpensAt: number;
  readonly windowClosesAt: number;
}

/** A course's published cohorts that are not over, soonest first. */
export function publicCohortsOf(query: QueryFunction, courseId: string, today: string): Promise<PublicCohortRow[]> {
  return query(sql`
    SELECT c.code AS "code", c.state AS "state", c.delivery AS "delivery", c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.capacity AS "capacity",
      c.window_opens_at AS "windowOpensAt", c.window_closes_at AS "windowClosesAt",
      (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND ${holdsSeat('e')}) AS "taken",
      (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND ${isInState('e', ['waitlisted'])}) AS "waiting"
    FROM cohort c WHERE c.course_id = ${courseId} AND ${cohortRuns('c')} AND c.ends_on >= ${today}
    ORDER BY c.starts_on, c.code`);
}
