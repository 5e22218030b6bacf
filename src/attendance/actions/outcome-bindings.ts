import type { Transaction } from '../../platform/index.js';
import type { EnrolmentOutcome } from '../domain/enrolment-outcome.js';

/** Port: binds outcomes, so that a change in the database is detected. Implemented by the certifications module. */
export interface OutcomeBindings {
  /** @param outcomes as the act has decided them, not as a second read finds them */
  execute(tx: Transaction, outcomes: readonly EnrolmentOutcome[]): Promise<void>;
}

export const OUTCOME_BINDINGS = Symbol('OutcomeBindings');
