import type { NotifiedChange } from './change-notification.js';
import { A_MINUTE, A_DAY } from '../../../platform/durations.js';

/** A bulletin is sent automatically after this long without changes. */
export const QUIET_MILLISECONDS = 10 * A_MINUTE;
/** A bulletin with a session that begins this soon is sent at once. */
export const URGENT_MILLISECONDS = A_DAY;

export interface OpenBulletin {
  readonly touchedAt: number;
  readonly changes: readonly NotifiedChange[];
}

/** When a bulletin is sent automatically, in epoch milliseconds; in the past if due. */
export function leavesAt(bulletin: OpenBulletin, now: number): number {
  return isUrgent(bulletin, now) ? now : bulletin.touchedAt + QUIET_MILLISECONDS;
}

/** Whether one of its sessions begins, or would have begun, within a day. */
export function isUrgent({ changes }: OpenBulletin, now: number): boolean {
  return changes.some(({ before, after }) =>
    [before, after].some((slot) => slot !== null && slot.startsAt > now && slot.startsAt - now <= URGENT_MILLISECONDS),
  );
}
