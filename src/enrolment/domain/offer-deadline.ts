import { A_DAY, AN_HOUR } from '../../platform/durations.js';

const USUAL = A_DAY;
const SHORTEST = AN_HOUR;

/**
 * Until when a freed seat is held for the first trainee on the waitlist: one day, or half the time until the cohort
 * begins if that is shorter, but at least one hour. Instants in epoch milliseconds.
 */
export function offerDeadline(now: number, begins: number): number {
  const untilHalfway = Math.floor((begins - now) / 2);
  return now + Math.max(SHORTEST, Math.min(USUAL, untilHalfway));
}
