import { blockers, type Refusal, refuse } from '../../platform/refusals.js';
import { type CohortFacts, cohortTakesPeople } from './enrolment-rules.js';
import type { Answer, EnrolmentRefusalCode } from './refusals.js';
import type { EnrolmentState } from './states.js';

/**
 * Whether the free seats of a cohort are offered to its waitlist: only until its first session begins. After that,
 * staff give seats one by one.
 */
export function offersSeats(cohort: CohortFacts, now: number): boolean {
  return now < cohort.beginsAt && cohortTakesPeople({ cohort }) === null;
}

export interface OfferFacts {
  readonly now: number;
  readonly state: EnrolmentState;
  readonly expiresAt: number | null;
}

export function mayAccept(facts: OfferFacts): Refusal<EnrolmentRefusalCode>[] {
  return blockers<OfferFacts, EnrolmentRefusalCode>([seatIsOffered, offerStillStands], facts);
}

export function seatIsOffered({ state }: OfferFacts): Answer {
  return state === 'offered' || state === 'lapsed' ? null : refuse('noOfferToAccept');
}

export function offerStillStands({ state, expiresAt, now }: OfferFacts): Answer {
  const gone = state === 'lapsed' || (state === 'offered' && expiresAt !== null && expiresAt <= now);
  return gone ? refuse('offerExpired', { expiredAt: expiresAt ?? now }) : null;
}
