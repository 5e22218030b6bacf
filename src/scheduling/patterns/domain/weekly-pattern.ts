import type { Weekday } from '../../../platform/clock.js';
import type { DayNote, LicenceNeed, Named, Teaching } from '../../core/domain/index.js';

/** What each session of a meeting needs: a lecture its room, practice a lab and its licences. */
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

/** How far a pattern reaches: so many sessions (1 to 200), at least so many hours, or up to and with a day. */
export type PatternExtent =
  | { readonly by: 'sessions'; readonly sessions: number }
  | { readonly by: 'hours'; readonly hours: number }
  | { readonly by: 'date'; readonly lastDate: string };

/** Days on which a pattern rests, both included. */
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
   * Days taught besides, on whatever kind of day: a person has named them. They count among the sessions and keep
   * the hours of the weekday they follow (a make-up workday), else of their own weekday, else of the first meeting.
   */
  readonly extraDates: readonly string[];
}

export type MeetingOutcome = 'planned' | 'skippedHoliday' | 'skippedClosure' | 'skippedBreak' | 'skippedByHand';

/** One line of a preview: a session to be, or one that falls out and why. */
export interface PreviewEntry extends MeetingNeeds {
  /** Names the place in the pattern, whatever becomes of the session: `2026-03-09 09:00`. */
  readonly slot: string;
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

const NOTHING_NEEDED: MeetingNeeds = { roomId: null, instructors: [], licences: [] };

/** The plain case: the same hours on every chosen weekday, and the same needs. */
export function meetingsOn(
  weekdays: readonly Weekday[],
  times: Pick<WeeklyMeeting, 'startTime' | 'endTime'>,
  needs: MeetingNeeds = NOTHING_NEEDED,
): WeeklyMeeting[] {
  return [...new Set(weekdays)].sort().map((weekday) => ({ weekday, ...times, ...needs }));
}
