import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';
import type { CohortPhase } from '../domain/phase.js';
import { type CohortState, type Delivery, ENROLLING_STATES } from '../domain/states.js';
import { inPhase } from './in-phase.js';

export const COHORT_SORTS = ['next', 'starts', 'code', 'seats'] as const;
export type CohortSort = (typeof COHORT_SORTS)[number];

export interface CohortFilter {
  readonly q: string;
  readonly phase: CohortPhase | null;
  readonly track: string;
  /** `YYYY-MM` in which it begins, or `''`. */
  readonly month: string;
  readonly onlyWithSeats: boolean;
  readonly sort: CohortSort;
  readonly today: string;
  readonly now: number;
  readonly page: number;
  readonly size: number;
}

export interface CohortListRow {
  readonly code: string;
  readonly state: CohortState;
  readonly delivery: Delivery;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly sessions: number;
  readonly nextStart: number | null;
}

/** The office's list: what runs or is still ahead first, unless sorted otherwise. */
export async function cohortList(
  reads: ReadDatabase,
  wanted: CohortFilter,
): Promise<{ rows: CohortListRow[]; count: number }> {
  const from = sql`
    FROM cohort c JOIN course_version v ON v.id = c.course_version_id JOIN course co ON co.id = c.course_id JOIN track tr ON tr.id = co.track_id
    LEFT JOIN (SELECT cohort_id, SUM(CASE WHEN seat_number IS NULL THEN 0 ELSE 1 END) AS taken, SUM(CASE WHEN state = 'waitlisted' THEN 1 ELSE 0 END) AS waiting
      FROM enrolment GROUP BY cohort_id) en ON en.cohort_id = c.id
    WHERE ${where(wanted)}`;
  const count = await reads.count(sql`SELECT COUNT(*) AS "count" ${from}`);
  const page = Math.min(wanted.page, Math.max(1, Math.ceil(count / wanted.size)));
  const rows = await reads.query<CohortListRow>(sql`
    SELECT c.code AS "code", c.state AS "state", c.delivery AS "delivery", v.title_zh AS "titleZh", v.title_en AS "titleEn",
      c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.capacity AS "capacity", COALESCE(en.taken, 0) AS "taken", COALESCE(en.waiting, 0) AS "waiting",
      (SELECT COUNT(*) FROM session s WHERE s.cohort_id = c.id AND s.state <> 'cancelled') AS "sessions",
      (SELECT MIN(s.starts_at) FROM session s WHERE s.cohort_id = c.id AND s.state <> 'cancelled' AND s.ends_at > ${wanted.now}) AS "nextStart"
    ${from} ORDER BY ${orderOf(wanted)}, c.code LIMIT ${wanted.size} OFFSET ${(page - 1) * wanted.size}`);
  return { rows, count };
}

function where({ q, phase, track, month, onlyWithSeats, today, now }: CohortFilter): Sql {
  const like = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    q === ''
      ? empty
      : sql`(lower(c.code) LIKE ${like} ESCAPE '\\' OR lower(v.title_zh) LIKE ${like} ESCAPE '\\' OR lower(v.title_en) LIKE ${like} ESCAPE '\\' OR lower(co.code) LIKE ${like} ESCAPE '\\')`,
    phase === null ? empty : inPhase(phase, today),
    track === '' ? empty : sql`tr.code = ${track}`,
    month === '' ? empty : sql`substr(c.starts_on, 1, 7) = ${month}`,
    onlyWithSeats
      ? sql`c.state IN (${join([...ENROLLING_STATES])}) AND c.window_closes_at > ${now} AND COALESCE(en.taken, 0) < c.capacity`
      : empty,
  ].filter((one) => one !== empty);
  return conditions.length === 0 ? sql`1 = 1` : join(conditions, ' AND ');
}

function orderOf({ sort, today }: CohortFilter): Sql {
  switch (sort) {
    case 'code':
      return sql`c.code`;
    case 'starts':
      return sql`c.starts_on DESC`;
    case 'seats':
      return sql`(c.capacity - COALESCE(en.taken, 0)) DESC, c.starts_on`;
    case 'next':
      return sql`
      CASE WHEN c.state IN ('completed', 'cancelled') OR c.ends_on < ${today} THEN 1 ELSE 0 END,
      CASE WHEN c.state IN ('completed', 'cancelled') OR c.ends_on < ${today} THEN '' ELSE c.starts_on END, c.starts_on DESC`;
  }
}

/** The months in which cohorts begin, latest first. */
export async function startMonths(reads: ReadDatabase): Promise<string[]> {
  const rows = await reads.query<{ month: string }>(
    sql`SELECT DISTINCT substr(starts_on, 1, 7) AS "month" FROM cohort ORDER BY 1 DESC`,
  );
  return rows.map(({ month }) => month);
}
