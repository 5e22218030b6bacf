import type { NotifiedChange } from './change-notification.js';
import { A_MINUTE, A_DAY } from '../../../platform/durations.js';

/** A bulletin that nobody touched for so long goes out by itself. */
export const QUIET_MILLISECONDS = 10 * A_MINUTE;
/** One with a session that begins this soon does not wait. */
export const URGENT_MILLISECONDS = A_DAY;

export interface OpenBulletin {
  readonly touchedAt: number;
  readonly changes: readonly NotifiedChange[];
}

/** When a bulletin goes out by itself, in epoch milliseconds; in the past where it is due. */
export function leavesAt(bulletin: OpenBulletin, now: number): number {
  return isUrgent(bulletin, now) ? now : bulletin.touchedAt + QUIET_MILLISECONDS;
}

/** Whether a session in it begins, or was to begin, within a day. */
export function isUrgent({ changes }: OpenBulletin, now: number): boolean {
  return changes.some(({ before, after }) =>
    [before, after].some(
      (place) => place !== null && place.startsAt > now && place.startsAt - now <= URGENT_MILLISECONDS,
    ),
  );
}
