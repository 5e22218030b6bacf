import { daysAfter } from '../../platform/clock.js';

/** By when it is usually decided whether a cohort runs: a week before it begins. */
const DAYS_BEFORE_START = 7;
/** How long before its day an open decision is a task. */
export const DECISION_NOTICE_DAYS = 3;

/**
 * The decision date of a cohort that names none:
 * a week before the start, not before today, not after the start. Days are `YYYY-MM-DD`.
 */
export function usualDecisionDay(startsOn: string, today: string): string {
  const week = daysAfter(startsOn, -DAYS_BEFORE_START);
  if (week >= today) return week;
  return today < startsOn ? today : startsOn;
}

export interface DecisionFacts {
  readonly state: string;
  readonly confirmed: number;
  readonly leastEnrolment: number;
  readonly decisionOn: string | null;
}

/**
 * Whether somebody must decide: too few people, published and unconfirmed, and the day is near or past.
 * Nothing is ever cancelled by itself.
 */
export function decisionIsDue({ state, confirmed, leastEnrolment, decisionOn }: DecisionFacts, today: string): boolean {
  return (
    state === 'tentative' &&
    confirmed < leastEnrolment &&
    decisionOn !== null &&
    decisionOn <= daysAfter(today, DECISION_NOTICE_DAYS)
  );
}
