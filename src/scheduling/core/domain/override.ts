import type { Refusal } from '../../../platform/refusals.js';
import type { TimetableRefusalCode } from './refusals.js';

/**
 * What a person with the right to may let stand, with a reason: limits that the academy has set itself. Never: two
 * sessions in one room, of one instructor or of one cohort at one time, time that runs backwards, the past, and
 * software beyond its licence.
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

/** Two sessions hold one room, instructor or cohort at one time: the database refuses it as well. */
export function isDoubleBooking({ code }: Pick<Refusal, 'code'>): boolean {
  return DOUBLE.has(code);
}

/** Letters and digits of a reason that say something; `.` or `aaaaa` says nothing. */
export const LEAST_REASON = 5;
const LEAST_DIFFERENT = 3;

export function isReasonOfSubstance(reason: string): boolean {
  const characters = [...reason.normalize('NFKC')].filter((one) => /[\p{L}\p{N}]/u.test(one));
  return characters.length >= LEAST_REASON && new Set(characters).size >= LEAST_DIFFERENT;
}
