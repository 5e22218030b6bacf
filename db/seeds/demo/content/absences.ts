import { daysAfter, instantOf } from '../../../../src/platform/clock.js';
import type { PlannedCohort } from './cohorts/planned-cohort.js';
import { INSTRUCTORS } from './instructors.js';

export interface DemoAbsence {
  /** Index in `INSTRUCTORS`. */
  readonly instructor: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly reason: string;
}

const REASONS = [
  ['年假', 4],
  ['参加厂商讲师认证', 2],
] as const;
const FIRST_DAY = 8;
const LAST_DAY = 60;

/** Two absences ahead, each of an instructor with nothing to teach then; never the cast's instructor. */
export function demoAbsences(cohorts: readonly PlannedCohort[], today: string): DemoAbsence[] {
  const away: DemoAbsence[] = [];
  for (const [reason, days] of REASONS) {
    const found = INSTRUCTORS.map((_, at) => at)
      .filter((at) => at > 0 && !away.some(({ instructor }) => instructor === at))
      .flatMap((instructor) => firstFree(cohorts, instructor, { today, days }) ?? [])[0];
    if (found) away.push({ ...found, reason });
  }
  return away;
}

function firstFree(
  cohorts: readonly PlannedCohort[],
  instructor: number,
  { today, days }: { readonly today: string; readonly days: number },
): Omit<DemoAbsence, 'reason'> | null {
  const taught = cohorts.filter((one) => one.instructor === instructor).flatMap(({ sessions }) => sessions);
  // An instructor who teaches soon: the absence of one without sessions would show nothing.
  if (!taught.some(({ startsAt }) => startsAt > instantOf(today, '00:00'))) return null;
  for (let day = FIRST_DAY; day < LAST_DAY; day += 1) {
    const [startsAt, endsAt] = [
      instantOf(daysAfter(today, day), '00:00'),
      instantOf(daysAfter(today, day + days), '00:00'),
    ];
    if (taught.every((one) => one.endsAt <= startsAt || endsAt <= one.startsAt))
      return { instructor, startsAt, endsAt };
  }
  return null;
}
