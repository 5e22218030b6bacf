import { daysAfter } from '../../../platform/clock.js';

/** How many days before the last day a holder is reminded. */
export const REMINDER_DAYS = [60, 30, 7] as const;
export const FIRST_REMINDER = REMINDER_DAYS[0];

interface Expiring {
  readonly issuedOn: string;
  readonly expiresOn: string;
  /** Reminders that have left, by their days. */
  readonly sent: readonly number[];
}

/**
 * The reminder that is due on a day, or `null`. Only the nearest is: one that was missed is not caught up with. A
 * certificate that was issued when a reminder's day was past is not reminded of it.
 */
export function reminderDue(today: string, { issuedOn, expiresOn, sent }: Expiring): number | null {
  if (expiresOn < today) return null;
  const nearest = REMINDER_DAYS.findLast((days) => daysAfter(today, days) >= expiresOn);
  return nearest === undefined || sent.includes(nearest) || daysAfter(expiresOn, -nearest) <= issuedOn ? null : nearest;
}
