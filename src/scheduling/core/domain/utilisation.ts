import { daysAfter, instantOf, weekdayOf } from '../../../platform/clock.js';
import { type AcademyCalendar, isClosed } from './academy-calendar.js';
import type { Span } from './placed-session.js';
import { AN_HOUR } from '../../../platform/durations.js';

/** Default bookable hours per working day. */
export const HOURS_A_DAY = 8;

export interface WeekUse {
  /** The Monday. */
  readonly monday: string;
  readonly hours: number;
  /** Hours of the week's working days, without holidays and with make-up workdays. */
  readonly of: number;
  /** 0: unused; 1 to 4: each quarter of the working hours; 4 also for more. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

export function mondayOf(day: string): string {
  return daysAfter(day, 1 - weekdayOf(day));
}

/** Utilisation by week, from a Monday on. */
export function useByWeek(
  sessions: readonly Span[],
  { monday, weeks, calendar }: { readonly monday: string; readonly weeks: number; readonly calendar: AcademyCalendar },
): WeekUse[] {
  return Array.from({ length: weeks }, (_, at) => {
    const first = daysAfter(monday, at * 7);
    const [from, until] = [instantOf(first, '00:00'), instantOf(daysAfter(first, 7), '00:00')];
    const hours = sessions
      .filter((one) => from <= one.startsAt && one.startsAt < until)
      .reduce((sum, one) => sum + (one.endsAt - one.startsAt) / AN_HOUR, 0);
    const workdays = [0, 1, 2, 3, 4, 5, 6]
      .map((day) => calendar.dayOn(daysAfter(first, day)))
      .filter((day) => !isClosed(day) && day.kind !== 'weekend');
    const of = workdays.length * HOURS_A_DAY;
    const level = hours === 0 ? 0 : of === 0 ? 4 : (Math.min(4, Math.ceil((hours / of) * 4)) as WeekUse['level']);
    return { monday: first, hours, of, level };
  });
}
