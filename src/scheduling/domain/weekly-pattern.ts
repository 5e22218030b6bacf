import type { DayNote } from './academy-calendar.js';
import type { Weekday } from './days.js';
import type { Named } from './placed-session.js';

/** One meeting a week; wall-clock times `HH:MM` in the academy's zone, on one day. */
export interface WeeklyMeeting {
  readonly weekday: Weekday;
  readonly startTime: string;
  readonly endTime: string;
}

/** How far a pattern reaches: so many sessions (1 to 200), at least so many hours, or up to and with a day. */
export type PatternExtent =
  | { readonly by: 'sessions'; readonly sessions: number }
  | { readonly by: 'hours'; readonly hours: number }
  | { readonly by: 'date'; readonly lastDate: string };

export interface WeeklyPattern {
  readonly startDate: string;
  readonly meetings: readonly WeeklyMeeting[];
  readonly extent: PatternExtent;
  /** 1: every week; 2: every other week, counted from the week of the start date. 1 to 8. */
  readonly everyNWeeks: number;
  readonly skipDates: readonly string[];
  /**
   * Days taught besides, on whatever kind of day: a person has named them. They count among the sessions and keep
   * the hours of the weekday they follow (a make-up workday), else of their own weekday, else of the first meeting.
   */
  readonly extraDates: readonly string[];
}

export type MeetingOutcome = 'planned' | 'skippedHoliday' | 'skippedClosure' | 'skippedByHand';

/** One line of a preview: a session to be, or one that falls out and why. */
export interface PreviewEntry {
  readonly date: string;
  readonly weekday: Weekday;
  readonly outcome: MeetingOutcome;
  /** The session's number, from 1; null when skipped. */
  readonly number: number | null;
  /** The name of the holiday, closure or make-up workday. */
  readonly dayName: Named | null;
  readonly note: DayNote;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** A make-up workday within the span that the pattern does not use: add its date to `extraDates` to teach on it. */
export interface OfferedWorkday {
  readonly date: string;
  readonly weekday: Weekday;
  readonly dayName: Named | null;
  readonly follows: Weekday | null;
  /** Whether it follows a weekday on which this pattern meets: the likeliest to be wanted. */
  readonly followsAMeeting: boolean;
}

export interface PatternPreview {
  readonly entries: readonly PreviewEntry[];
  readonly offered: readonly OfferedWorkday[];
  readonly sessions: number;
  /** Total of the planned sessions, in minutes. */
  readonly minutes: number;
  readonly firstDate: string;
  readonly lastDate: string;
}

/** The plain case: the same hours on every chosen weekday. */
export function meetingsOn(weekdays: readonly Weekday[], startTime: string, endTime: string): WeeklyMeeting[] {
  return [...new Set(weekdays)].sort().map((weekday) => ({ weekday, startTime, endTime }));
}
