import type { Refusal, RefusalData, Transaction } from '../../platform/index.js';

/** The token under which enrolment brings its `SeatPlan`; bound in the application's module. */
export const SEAT_PLAN = Symbol('SeatPlan');

export interface CohortNamed {
  readonly id: string;
  readonly code: string;
}

/** A cancelled cohort that comes back, and when it was cancelled: what ended at that instant ended with it. */
export interface CohortComingBack extends CohortNamed {
  readonly cancelledAt: number;
}

/** A message with its values. */
export interface MessageWithValues {
  readonly key: string;
  readonly values: RefusalData;
}

/** What one module gives back to a cohort that comes back, and what it cannot. */
export interface CameBack {
  /** Its heading is `cohort.back_<kind>`, what stays away `cohort.away_<kind>`. */
  readonly kind: string;
  readonly back: readonly MessageWithValues[];
  readonly away: readonly (MessageWithValues & { readonly reasons: readonly Refusal[] })[];
}

/** What a cohort asks of whoever gives its seats. The cohort's row is locked by the caller. */
export interface SeatPlan {
  /** Makes the seats of a cohort that becomes public. */
  open(tx: Transaction, cohortId: string, capacity: number): Promise<void>;
  /** Adds or takes away seats; empty when done. Refuses, before writing, to go below the seats taken. */
  resize(tx: Transaction, cohort: CohortNamed, capacity: number): Promise<Refusal[]>;
  /** Ends every live enrolment and writes to each person. Answers how many people are told. */
  cancelAll(tx: Transaction, cohort: CohortNamed, reason: string): Promise<number>;
  /**
   * Gives everybody back the place that the cancellation ended and writes to each;
   * whoever sits elsewhere by now is left out. Sessions are back already.
   */
  restoreAll(tx: Transaction, cohort: CohortComingBack): Promise<CameBack>;
}
