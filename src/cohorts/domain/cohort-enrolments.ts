import type { Sql } from 'sql-template-tag';

/** Injection token for `CohortEnrolments`; the application module binds the implementation of `enrolment`. */
export const COHORT_ENROLMENTS = Symbol('CohortEnrolments');

export interface SeatCounts {
  readonly confirmed: number;
  readonly offered: number;
  readonly waitlisted: number;
  readonly completed: number;
  readonly notCompleted: number;
}

/**
 * How many people have a seat in a cohort, or wait for one. Methods that return `Sql` return a sub-select for a
 * query of this module; `cohortId` is a column or a value of that query.
 */
export interface CohortEnrolments {
  byState(cohortId: string): Promise<SeatCounts>;
  /** Seats held, including those held by an offer. */
  seated(cohortId: Sql): Sql;
  waiting(cohortId: Sql): Sql;
  confirmed(cohortId: Sql): Sql;
  /** A derived table of `cohort_id`, `taken` and `waiting`, for sorting and filtering lists. */
  perCohort(): Sql;
}
