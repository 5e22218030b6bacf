import type { Sql } from 'sql-template-tag';

/** Injection token for `SponsoredCohorts`; the application module binds the implementation of `cohorts`. */
export const SPONSORED_COHORTS = Symbol('SponsoredCohorts');

export interface SponsoredCohort {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
  /** Its state, or `inProgress`. */
  readonly phase: string;
  readonly seated: number;
}

/** The cohorts that employers sponsor. */
export interface SponsoredCohorts {
  /** Newest first. @param today `YYYY-MM-DD`. */
  list(employerId: string, today: string): Promise<SponsoredCohort[]>;
  /** A sub-select that counts them; the id is a column of the outer query. */
  ofEmployer(employerId: Sql): Sql;
}
