import { blockers, type Refusal, refuse } from '../../platform/refusals.js';
import type { RecordRefusalCode } from './refusals.js';
import { A_MINUTE } from '../../platform/durations.js';

/** The register opens half an hour before the session begins. */
export const OPENS_BEFORE = 30 * A_MINUTE;

export interface RegisterFacts {
  readonly now: number;
  readonly startsAt: number;
  readonly sessionState: string;
  readonly cohort: string;
  readonly cohortState: string;
  readonly expected: number;
}

type Answer = Refusal<RecordRefusalCode> | null;

export function registerBlockers(facts: RegisterFacts): Refusal<RecordRefusalCode>[] {
  return blockers<RegisterFacts, RecordRefusalCode>(
    [sessionTakesPlace, registerIsOpen, cohortIsNotOver, somebodyIsExpected],
    facts,
  );
}

export function sessionTakesPlace({ sessionState }: RegisterFacts): Answer {
  return sessionState === 'cancelled' ? refuse('registerOfCancelledSession') : null;
}

export function registerIsOpen({ now, startsAt }: RegisterFacts): Answer {
  const opensAt = startsAt - OPENS_BEFORE;
  return now < opensAt ? refuse('registerNotYetOpen', { opensAt }) : null;
}

export function cohortIsNotOver({ cohort, cohortState }: RegisterFacts): Answer {
  return cohortState === 'completed' || cohortState === 'cancelled' ? refuse('registerClosed', { cohort }) : null;
}

export function somebodyIsExpected({ expected }: RegisterFacts): Answer {
  return expected === 0 ? refuse('registerNobodyExpected') : null;
}
