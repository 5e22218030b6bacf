import { A_DAY, AN_HOUR } from '../../platform/durations.js';

const USUAL = A_DAY;
const SHORTEST = AN_HOUR;

/**
 * Until when a freed seat is held for the first in line:
 * a day, less when the cohort begins sooner, never less than an hour.
 * Instants in epoch milliseconds.
 */
export function offerDeadline(now: number, begins: number): number {
  const untilHalfway = (begins - now) / 2;
  return now + Math.max(SHORTEST, Math.min(USUAL, untilHalfway));
}
