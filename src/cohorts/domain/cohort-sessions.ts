import type { Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** Injection token for `CohortSessions`; the application module binds the implementation of `scheduling`. */
export const COHORT_SESSIONS = Symbol('CohortSessions');

export interface SessionAhead {
  readonly id: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly state: string;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly instructor: string | null;
}

/** First start and last end, epoch milliseconds; `null` without sessions. */
export interface SessionSpan {
  readonly first: number | null;
  readonly last: number | null;
}

/**
 * Sessions of cohorts, without cancelled ones. Methods that return `Sql` return a sub-select for a query of this
 * module; `cohortId` is a column or a value of that query.
 */
export interface CohortSessions {
  /** The next few that are not over. @param now Epoch milliseconds. */
  ahead(cohortId: string, now: number): Promise<SessionAhead[]>;
  span(query: QueryFunction, cohortId: string): Promise<SessionSpan>;
  smallestRoom(
    query: QueryFunction,
    cohortId: string,
  ): Promise<{ readonly code: string; readonly seats: number } | null>;
  /** Total, and how many lack a room or a lead instructor. */
  count(cohortId: Sql): Sql;
  withoutRoom(cohortId: Sql): Sql;
  withoutInstructor(cohortId: Sql): Sql;
  /** Start of the next session that is not over. @param now Epoch milliseconds. */
  nextStart(cohortId: Sql, now: number): Sql;
}
