import type { QueryFunction } from '../../../platform/index.js';

/** A person to notify of timetable changes. */
export interface Listener {
  readonly name: string;
  readonly email: string | null;
  /** Language of the account; `null` without an account. */
  readonly language: string | null;
}

/** A trainee with seats in two cohorts. */
export interface SharedTrainee {
  readonly name: string;
  readonly cohortId: string;
}

/** The people of a cohort. A port that `enrolment` implements. */
export interface CohortAudience {
  /** Everybody with a seat, including offered seats. */
  list(query: QueryFunction, cohortId: string): Promise<readonly Listener[]>;
  /** Trainees of the cohort who have a seat in other cohorts too, one entry per person and cohort, by name. */
  inCommon(query: QueryFunction, cohortId: string, others: readonly string[]): Promise<readonly SharedTrainee[]>;
  /** Ids of cohorts in which the account's trainee has or had a seat. */
  cohortsOf(query: QueryFunction, accountId: string): Promise<readonly string[]>;
}

export const COHORT_AUDIENCE = Symbol('CohortAudience');
