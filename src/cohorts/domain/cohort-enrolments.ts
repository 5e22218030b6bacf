import type { Sql } from 'sql-template-tag';

/** The token under which enrolment brings its `CohortEnrolments`; bound in the application's module. */
export const COHORT_ENROLMENTS = Symbol('CohortEnrolments');

export interface SeatCounts {
  readonly confirmed: number;
  readonly offered: number;
  readonly waitlisted: number;
  readonly completed: number;
  readonly notCompleted: number;
}

/**
 * How many people have a seat in a cohort, or wait for one. What answers `Sql` is a sub-select for a query of
 * this module; `cohortId` is a column or a value of that query.
 */
export interface CohortEnrolments {
  byState(cohortId: string): Promise<SeatCounts>;
  /** Seats that somebody holds, also by an offer. */
  seated(cohortId: Sql): Sql;
  waiting(cohortId: Sql): Sql;
  confirmed(cohortId: Sql): Sql;
  /** A table of `cohort_id`, `taken` and `waiting`, for lists that are sorted and filtered by them. */
  perCohort(): Sql;
}
