import { daysAfter, instantOf, type Translator } from '../../../platform/index.js';
import { type AcademyCalendar, mondayOf, type Span, useByWeek } from '../../core/index.js';

const WEEKS_BACK = 4;
const WEEKS = 16;

/** Use by week as a row of shades, each with its numbers as text. */
export type UseStrip = readonly {
  readonly monday: string;
  readonly level: number;
  readonly text: string;
  readonly now: boolean;
}[];

interface StripFrame {
  readonly firstMonday: string;
  /** Span in which sessions are counted, epoch milliseconds. */
  readonly from: number;
  readonly until: number;
}

/** Sixteen weeks, the first four in the past. */
export function stripFrame(today: string): StripFrame {
  const firstMonday = daysAfter(mondayOf(today), -7 * WEEKS_BACK);
  return {
    firstMonday,
    from: instantOf(firstMonday, '00:00'),
    until: instantOf(daysAfter(firstMonday, 7 * WEEKS), '00:00'),
  };
}

export function useStrip(
  translator: Translator,
  sessions: readonly Span[],
  { calendar, today }: { readonly calendar: AcademyCalendar; readonly today: string },
): UseStrip {
  const now = mondayOf(today);
  return useByWeek(sessions, { monday: stripFrame(today).firstMonday, weeks: WEEKS, calendar }).map(
    ({ monday, level, hours, of }) => ({
      monday,
      level,
      now: monday === now,
      text: translator.t('timetable.week_use', { monday, hours: Math.round(hours * 10) / 10, of }),
    }),
  );
}
