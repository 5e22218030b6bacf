const HOUR = 3600_000;
const USUAL = 24 * HOUR;
const SHORTEST = HOUR;

/**
 * Until when a freed seat is held for the first in line:
 * a day, less when the cohort begins sooner, never less than an hour.
 * Instants in epoch milliseconds.
 */
export function offerDeadline(now: number, begins: number): number {
  const untilHalfway = (begins - now) / 2;
  return now + Math.max(SHORTEST, Math.min(USUAL, untilHalfway));
}
