import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';
import type { CourseCohorts } from '../domain/course-cohorts.js';

export const COURSE_SORTS = ['code', 'title', 'hours', 'cohorts'] as const;
export type CourseSort = (typeof COURSE_SORTS)[number];

export interface CourseFilter {
  readonly q: string;
  /** A track's code, or empty. */
  readonly track: string;
  readonly level: string;
  readonly retired: boolean;
  readonly sort: CourseSort;
  readonly page: number;
  readonly size: number;
}

export interface CourseLine {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly trackZh: string;
  readonly trackEn: string;
  readonly level: string;
  readonly hours: number;
  readonly days: number;
  readonly version: number;
  readonly cohorts: number;
  /** Cohorts that are tentative or confirmed. */
  readonly running: number;
  readonly isRetired: number;
}

const ORDERS: Readonly<Record<CourseSort, string>> = {
  code: 'co.code',
  title: 'co.title_zh, co.code',
  hours: 'co.hours DESC, co.code',
  cohorts: '"cohorts" DESC, co.code',
};

export async function courseList(
  reads: ReadDatabase,
  cohorts: CourseCohorts,
  filter: CourseFilter,
): Promise<{ rows: CourseLine[]; count: number }> {
  const from = matching(filter);
  const count = await reads.count(sql`SELECT COUNT(*) AS "n" ${from}`);
  const rows = await reads.query<CourseLine>(sql`
    SELECT co.code AS "code", co.title_zh AS "titleZh", co.title_en AS "titleEn", t.name_zh AS "trackZh", t.name_en AS "trackEn", co.level AS "level",
      co.hours AS "hours", co.days AS "days", COALESCE(v.number, 1) AS "version", CASE WHEN co.retired_at IS NULL THEN 0 ELSE 1 END AS "isRetired",
      ${cohorts.ofCourse(sql`co.id`)} AS "cohorts",
      ${cohorts.runningOfCourse(sql`co.id`)} AS "running"
    ${from} ORDER BY ${raw(ORDERS[filter.sort])} LIMIT ${filter.size} OFFSET ${(filter.page - 1) * filter.size}`);
  return { rows: rows.map((row) => ({ ...row, cohorts: Number(row.cohorts), running: Number(row.running) })), count };
}

function matching({ q, track, level, retired }: CourseFilter): Sql {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return sql`
    FROM course co JOIN track t ON t.id = co.track_id LEFT JOIN course_version v ON v.id = co.current_version_id
    WHERE ${retired ? sql`co.retired_at IS NOT NULL` : sql`co.retired_at IS NULL`}
      ${track === '' ? empty : sql`AND t.code = ${track}`} ${level === '' ? empty : sql`AND co.level = ${level}`}
      ${q === '' ? empty : sql`AND (lower(co.code) LIKE ${like} ESCAPE '!' OR lower(co.title_zh) LIKE ${like} ESCAPE '!' OR lower(co.title_en) LIKE ${like} ESCAPE '!')`}`;
}
