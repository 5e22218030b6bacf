import type { QueryFunction } from '../../../platform/index.js';

/** Somebody who is told of changes to a timetable. */
export interface Listener {
  readonly name: string;
  readonly email: string | null;
  /** As the account says it, or `null` for a person without one. */
  readonly language: string | null;
}

/** A trainee of one cohort who holds a seat of another. */
export interface SharedTrainee {
  readonly name: string;
  readonly cohortId: string;
}

/** Who sits in a cohort: declared here, known by the module that enrols people. */
export interface CohortAudience {
  /** Everybody who holds a seat of the cohort, offered ones included. */
  of(query: QueryFunction, cohortId: string): Promise<readonly Listener[]>;
  /** Who of one cohort sits in others too: a name for each person and other cohort, by name. */
  inCommon(query: QueryFunction, cohortId: string, others: readonly string[]): Promise<readonly SharedTrainee[]>;
  /** Ids of the cohorts in which the account's trainee holds or held a seat. */
  cohortsOf(query: QueryFunction, accountId: string): Promise<readonly string[]>;
}

export const COHORT_AUDIENCE = Symbol('CohortAudience');
