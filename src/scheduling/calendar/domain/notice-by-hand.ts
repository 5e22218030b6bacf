import { daysAfter, daysBetween, type Weekday, weekdayOf } from '../../../platform/clock.js';
import { refuse, refused, type Refusal, type Refused } from '../../../platform/refusals.js';
import { type NoticedDay } from '../../core/domain/index.js';

export type NoticeByHandRefusalCode =
  | 'holidayReversed'
  | 'holidayTooLong'
  | 'holidayNothingNew'
  | 'holidayOnMakeUpDay'
  | 'makeUpOnHoliday'
  | 'makeUpNotAtWeekend'
  | 'makeUpNothingNew'
  | 'dayOutsideNotice';

/** Longest holiday in days; the longest so far had eleven. */
export const LONGEST_HOLIDAY = 20;

export interface HolidaySpan {
  readonly from: string;
  readonly until: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
}

export interface MakeUpDay {
  readonly date: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly follows: Weekday | null;
}

type Outcome = readonly NoticedDay[] | Refused<NoticeByHandRefusalCode>;

/** Adds a holiday to the notice of `year`, both days included. Days that are already holidays take the new name. */
export function withHoliday(
  standing: readonly NoticedDay[],
  year: number,
  { from, until, nameZh, nameEn }: HolidaySpan,
): Outcome {
  const length = daysBetween(from, until) + 1;
  if (length < 1) return refused(refuse('holidayReversed', { from, until }, 'until'));
  if (length > LONGEST_HOLIDAY)
    return refused(refuse('holidayTooLong', { most: LONGEST_HOLIDAY, asked: length }, 'until'));
  const outside = outsideNotice(year, from, 'from') ?? outsideNotice(year, until, 'until');
  if (outside) return refused(outside);
  const dates = Array.from({ length }, (_, day) => daysAfter(from, day));
  const worked = standing.find((day) => day.kind === 'makeUpWorkday' && dates.includes(day.date));
  if (worked) return refused(refuse('holidayOnMakeUpDay', { date: worked.date }, 'from'));
  const existing = standing.filter(
    (day) => dates.includes(day.date) && day.name === nameZh && (day.nameEn ?? null) === nameEn,
  );
  if (existing.length === length) return refused(refuse('holidayNothingNew', { from, until }, 'from'));
  return [
    ...standing.filter((day) => !dates.includes(day.date)),
    ...dates.map((date) => ({ kind: 'holiday' as const, date, name: nameZh, nameEn })),
  ];
}

/** Adds a make-up workday to the notice of `year`. An existing one takes the new name and weekday. */
export function withMakeUpDay(
  standing: readonly NoticedDay[],
  year: number,
  { date, nameZh, nameEn, follows }: MakeUpDay,
): Outcome {
  const outside = outsideNotice(year, date, 'date');
  if (outside) return refused(outside);
  if (weekdayOf(date) < 6) return refused(refuse('makeUpNotAtWeekend', { date }, 'date'));
  const existing = standing.find((day) => day.date === date);
  if (existing?.kind === 'holiday') return refused(refuse('makeUpOnHoliday', { date }, 'date'));
  if (
    existing &&
    existing.name === nameZh &&
    (existing.nameEn ?? null) === nameEn &&
    (existing.follows ?? null) === follows
  )
    return refused(refuse('makeUpNothingNew', { date }, 'date'));
  return [
    ...standing.filter((day) => day.date !== date),
    { kind: 'makeUpWorkday', date, name: nameZh, nameEn, follows },
  ];
}

/**
 * The New Year holiday may begin in the December before and be made up for in the January after. All other days are in
 * the notice's own year.
 */
function outsideNotice(year: number, date: string, field: string): Refusal<NoticeByHandRefusalCode> | null {
  const [first, last] = [`${year - 1}-12-01`, `${year + 1}-01-31`];
  return first <= date && date <= last ? null : refuse('dayOutsideNotice', { date, first, last }, field);
}
