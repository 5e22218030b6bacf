import { daysAfter } from '../../platform/clock.js';

/** Default decision date: this many days before the start. */
const DAYS_BEFORE_START = 7;
/** An open decision becomes a task this many days before its date. */
export const DECISION_NOTICE_DAYS = 3;

/**
 * Default decision date:
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
 * Whether a decision is due: published, unconfirmed, too few people, and the date is near or past.
 * The system never cancels a cohort by itself.
 */
export function decisionIsDue({ state, confirmed, leastEnrolment, decisionOn }: DecisionFacts, today: string): boolean {
  return (
    state === 'tentative' &&
    confirmed < leastEnrolment &&
    decisionOn !== null &&
    decisionOn <= daysAfter(today, DECISION_NOTICE_DAYS)
  );
}
