import type { Refusal, RefusalData, Transaction } from '../../platform/index.js';

/** Injection token for `SeatPlan`; the application module binds the implementation of `enrolment`. */
export const SEAT_PLAN = Symbol('SeatPlan');

export interface CohortReference {
  readonly id: string;
  readonly code: string;
}

/** A cancelled cohort being restored. Whatever ended at `cancelledAt` ended because of the cancellation. */
export interface CancelledCohort extends CohortReference {
  readonly cancelledAt: number;
}

export interface MessageWithValues {
  readonly key: string;
  readonly values: RefusalData;
}

/** What one module restored for a cohort, and what it could not. */
export interface RestorationPart {
  /** Part of two message keys: `cohort.back_<kind>` for what was restored, `cohort.away_<kind>` for the rest. */
  readonly kind: string;
  readonly back: readonly MessageWithValues[];
  readonly away: readonly (MessageWithValues & { readonly reasons: readonly Refusal[] })[];
}

/** Port to the seats of a cohort. The caller has locked the cohort's row. */
export interface SeatPlan {
  /** Creates the seats of a cohort being published. */
  open(tx: Transaction, cohortId: string, capacity: number): Promise<void>;
  /** Adds or removes seats. Refuses, before writing, to go below the seats taken; otherwise returns no refusals. */
  resize(tx: Transaction, cohort: CohortReference, capacity: number): Promise<Refusal[]>;
  /** Ends every live enrolment and emails each person. Returns the number of people notified. */
  cancelAll(tx: Transaction, cohort: CohortReference, reason: string): Promise<number>;
  /**
   * Restores the enrolments that the cancellation ended and emails each person, except people who have since taken a
   * seat elsewhere. Sessions have been restored before.
   */
  restoreAll(tx: Transaction, cohort: CancelledCohort): Promise<RestorationPart>;
}
