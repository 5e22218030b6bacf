import { Inject, Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import { COHORT_ENROLMENTS, type CohortEnrolments } from '../domain/cohort-enrolments.js';
import { COHORT_SESSIONS, type CohortSessions } from '../domain/cohort-sessions.js';
import type { CohortPhase } from '../domain/phase.js';
import type { CohortState, Delivery } from '../domain/states.js';
import { cohortEnrols, cohortIsOver, inPhase } from './sql.js';

export const COHORT_SORTS = ['next', 'starts', 'code', 'seats'] as const;
export type CohortSort = (typeof COHORT_SORTS)[number];

export interface CohortFilter {
  readonly q: string;
  readonly phase: CohortPhase | null;
  readonly track: string;
  /** `YYYY-MM` of the start, or `''`. */
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

@Injectable()
export class CohortList {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(COHORT_SESSIONS) private readonly sessions: CohortSessions,
    @Inject(COHORT_ENROLMENTS) private readonly enrolments: CohortEnrolments,
  ) {}

  /** By default current and coming cohorts first. */
  async page(filter: CohortFilter): Promise<{ rows: CohortListRow[]; count: number }> {
    const from = sql`
      FROM cohort c JOIN course_version v ON v.id = c.course_version_id JOIN course co ON co.id = c.course_id JOIN track tr ON tr.id = co.track_id
      LEFT JOIN ${this.enrolments.perCohort()} en ON en.cohort_id = c.id
      WHERE ${where(filter)}`;
    const count = await this.reads.count(sql`SELECT COUNT(*) AS "count" ${from}`);
    const page = Math.min(filter.page, Math.max(1, Math.ceil(count / filter.size)));
    const rows = await this.reads.query<CohortListRow>(sql`
      SELECT c.code AS "code", c.state AS "state", c.delivery AS "delivery", v.title_zh AS "titleZh", v.title_en AS "titleEn",
        c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.capacity AS "capacity", COALESCE(en.taken, 0) AS "taken", COALESCE(en.waiting, 0) AS "waiting",
        ${this.sessions.count(sql`c.id`)} AS "sessions", ${this.sessions.nextStart(sql`c.id`, filter.now)} AS "nextStart"
      ${from} ORDER BY ${orderOf(filter)}, c.code LIMIT ${filter.size} OFFSET ${(page - 1) * filter.size}`);
    return { rows, count };
  }
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
    onlyWithSeats ? sql`${cohortEnrols('c', now)} AND COALESCE(en.taken, 0) < c.capacity` : empty,
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
      CASE WHEN ${cohortIsOver('c', today)} THEN 1 ELSE 0 END,
      CASE WHEN ${cohortIsOver('c', today)} THEN '' ELSE c.starts_on END, c.starts_on DESC`;
  }
}

/** `YYYY-MM`, latest first. */
export async function startMonths(reads: ReadDatabase): Promise<string[]> {
  const rows = await reads.query<{ month: string }>(
    sql`SELECT DISTINCT substr(starts_on, 1, 7) AS "month" FROM cohort ORDER BY 1 DESC`,
  );
  return rows.map(({ month }) => month);
}
