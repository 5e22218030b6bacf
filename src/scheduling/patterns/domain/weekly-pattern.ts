import type { Weekday } from '../../../platform/clock.js';
import type { DayNote, LicenceNeed, BilingualName, Teaching } from '../../core/domain/index.js';

/** Room, instructors and licences of each session, for example a lab with licences for practice. */
export interface MeetingNeeds {
  readonly roomId: string | null;
  readonly instructors: readonly Teaching[];
  readonly licences: readonly LicenceNeed[];
}

/** One meeting a week; wall-clock times `HH:MM` in the academy's zone, on one day. */
export interface WeeklyMeeting extends MeetingNeeds {
  readonly weekday: Weekday;
  readonly startTime: string;
  readonly endTime: string;
}

/** Extent: a number of sessions (1 to 200), a minimum of hours, or a last day (included). */
export type PatternExtent =
  | { readonly by: 'sessions'; readonly sessions: number }
  | { readonly by: 'hours'; readonly hours: number }
  | { readonly by: 'date'; readonly lastDate: string };

/** Days to skip, both included. */
export interface PatternBreak {
  readonly from: string;
  readonly until: string;
}

export interface WeeklyPattern {
  readonly startDate: string;
  readonly meetings: readonly WeeklyMeeting[];
  readonly extent: PatternExtent;
  /** 1: every week; 2: every other week, counted from the week of the start date. 1 to 8. */
  readonly everyNWeeks: number;
  readonly skipDates: readonly string[];
  readonly breaks: readonly PatternBreak[];
  /**
   * Extra teaching days, on any kind of day because a person chose them. They count towards the extent and use the
   * hours of the weekday they follow (a make-up workday), else of their own weekday, else of the first meeting.
   */
  readonly extraDates: readonly string[];
}

export type MeetingOutcome = 'planned' | 'skippedHoliday' | 'skippedClosure' | 'skippedBreak' | 'skippedByHand';

/** One line of a preview: a planned session, or a skipped one with the reason. */
export interface PreviewEntry extends MeetingNeeds {
  /** Identifies the slot of the pattern even if the session is moved: `2026-03-09 09:00`. */
  readonly slot: string;
  readonly date: string;
  readonly weekday: Weekday;
  readonly outcome: MeetingOutcome;
  /** The session's number, from 1; null when skipped. */
  readonly number: number | null;
  /** The name of the holiday, closure or make-up workday. */
  readonly dayName: BilingualName | null;
  readonly note: DayNote;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** An unused make-up workday within the span. Add its date to `extraDates` to teach on it. */
export interface OfferedWorkday {
  readonly date: string;
  readonly weekday: Weekday;
  readonly dayName: BilingualName | null;
  readonly follows: Weekday | null;
  /** Whether it follows a weekday of this pattern, which makes it the most useful. */
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

const NOTHING_NEEDED: MeetingNeeds = { roomId: null, instructors: [], licences: [] };

/** Same hours and needs on every chosen weekday. */
export function meetingsOn(
  weekdays: readonly Weekday[],
  times: Pick<WeeklyMeeting, 'startTime' | 'endTime'>,
  needs: MeetingNeeds = NOTHING_NEEDED,
): WeeklyMeeting[] {
  return [...new Set(weekdays)].sort().map((weekday) => ({ weekday, ...times, ...needs }));
}
