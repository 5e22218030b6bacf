import type { Refusal } from '../../../platform/refusals.js';
import type { TimetableRefusalCode } from './refusals.js';
import { normalizeText } from '../../../platform/texts.js';

/**
 * Rules that may be overridden with a permission and a reason: limits set by the academy. Never: double bookings of a
 * room, instructor or cohort, an end before the start, the past, and more seats than licensed.
 */
const OVERRIDABLE: ReadonlySet<string> = new Set<TimetableRefusalCode>([
  'roomIsShutThen',
  'roomOutsideHours',
  'roomTooSmall',
  'instructorNotQualified',
  'instructorNotQualifiedOnTheDate',
  'instructorIsAbsent',
  'instructorOutsideHours',
  'instructorTaughtEnoughThatDay',
  'instructorTaughtEnoughThatWeek',
]);

export function mayBeOverridden({ code }: Pick<Refusal, 'code'>): boolean {
  return OVERRIDABLE.has(code);
}

const DOUBLE: ReadonlySet<string> = new Set<TimetableRefusalCode>([
  'roomIsTaken',
  'instructorIsTaken',
  'cohortIsTaken',
]);

/** Double bookings of a room, instructor or cohort; the database refuses them as well. */
export function isDoubleBooking({ code }: Pick<Refusal, 'code'>): boolean {
  return DOUBLE.has(code);
}

/** Distinct letters and digits of a reason, so that `.` or `aaaaa` does not count as a reason. */
export const LEAST_REASON = 5;
const LEAST_DIFFERENT = 3;

export function isReasonOfSubstance(reason: string): boolean {
  const characters = [...normalizeText(reason, 'NFKC')].filter((one) => /[\p{L}\p{N}]/u.test(one));
  return characters.length >= LEAST_REASON && new Set(characters).size >= LEAST_DIFFERENT;
}
