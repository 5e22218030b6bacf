import { daysAfter } from '../../../platform/clock.js';
import { hasExpired } from '../../core/domain/index.js';

/** Days before the last day. */
export const REMINDER_DAYS = [60, 30, 7] as const;
export const FIRST_REMINDER = REMINDER_DAYS[0];

interface ExpiringCertificate {
  readonly issuedOn: string;
  readonly expiresOn: string;
  /** Reminders already sent, by their days. */
  readonly sent: readonly number[];
}

/**
 * The reminder due on a day, or `null`. Only the latest counts: missed ones are not sent later, nor those whose day was
 * already past at issue.
 */
export function reminderDue(today: string, { issuedOn, expiresOn, sent }: ExpiringCertificate): number | null {
  if (hasExpired(today, expiresOn)) return null;
  const nearest = REMINDER_DAYS.findLast((days) => daysAfter(today, days) >= expiresOn);
  return nearest === undefined || sent.includes(nearest) || daysAfter(expiresOn, -nearest) <= issuedOn ? null : nearest;
}
