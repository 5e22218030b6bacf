import type { Ask } from '../../platform/index.js';

/** Somebody who is told of changes to a timetable. */
export interface Listener {
  readonly name: string;
  readonly email: string | null;
  /** As the account says it, or `null` for a person without one. */
  readonly language: string | null;
}

/** Who sits in a cohort: declared here, known by the module that enrols people. */
export interface CohortAudience {
  /** Everybody who holds a seat of the cohort, offered ones included. */
  of(ask: Ask, cohortId: string): Promise<readonly Listener[]>;
  /** Ids of the cohorts in which the account's trainee holds or held a seat. */
  cohortsOf(ask: Ask, accountId: string): Promise<readonly string[]>;
}

export const COHORT_AUDIENCE = Symbol('CohortAudience');
