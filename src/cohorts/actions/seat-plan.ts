import type { Refusal, Transaction } from '../../platform/index.js';

/** The token under which enrolment brings its `SeatPlan`; bound in the application's module. */
export const SEAT_PLAN = Symbol('SeatPlan');

export interface CohortNamed {
  readonly id: string;
  readonly code: string;
}

/** What a cohort asks of whoever gives its seats. The cohort's row is locked by the caller. */
export interface SeatPlan {
  /** Makes the seats of a cohort that becomes public. */
  open(tx: Transaction, cohortId: string, capacity: number): Promise<void>;
  /** Adds or takes away seats; empty when done. Refuses, before writing, to go below the seats taken. */
  resize(tx: Transaction, cohort: CohortNamed, capacity: number): Promise<Refusal[]>;
  /** Ends every live enrolment and writes to each person. Answers how many people are told. */
  cancelAll(tx: Transaction, cohort: CohortNamed, reason: string): Promise<number>;
}
