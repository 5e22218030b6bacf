import type { Refusal } from '../../platform/refusals.js';
import type { TimetableRefusalCode } from './refusals.js';

/**
 * What a person with the right to may let stand, with a reason. Never: time that runs backwards, the past, and software
 * beyond its licence, which nobody at the academy may allow.
 */
const OVERRIDABLE: ReadonlySet<string> = new Set<TimetableRefusalCode>([
  'roomIsTaken', 'instructorIsTaken', 'cohortIsTaken', 'roomIsShutThen', 'roomOutsideHours', 'roomTooSmall', 'instructorNotQualified', 'instructorNotQualifiedOnTheDate',
  'instructorIsAbsent', 'instructorOutsideHours', 'instructorTaughtEnoughThatDay', 'instructorTaughtEnoughThatWeek',
]);

export function mayBeOverridden({ code }: Refusal): boolean {
  return OVERRIDABLE.has(code);
}
