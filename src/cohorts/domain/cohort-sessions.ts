import type { Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** The token under which scheduling brings its `CohortSessions`; bound in the application's module. */
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

/** First start and last end, epoch milliseconds; `null` where there are no sessions. */
export interface SessionSpan {
  readonly first: number | null;
  readonly last: number | null;
}

/**
 * The sessions of cohorts, all but the cancelled ones. What answers `Sql` is a sub-select for a query of this
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
  /** How many, and how many lack a room or a leading instructor. */
  count(cohortId: Sql): Sql;
  withoutRoom(cohortId: Sql): Sql;
  withoutInstructor(cohortId: Sql): Sql;
  /** When the next one begins that is not over. @param now Epoch milliseconds. */
  nextStart(cohortId: Sql, now: number): Sql;
}
