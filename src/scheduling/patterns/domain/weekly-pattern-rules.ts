import { blockers, refuse, type Refusal } from '../../../platform/refusals.js';
import { isDay, isClock, minutesOf } from '../../../platform/clock.js';
import type { WeeklyMeeting, WeeklyPattern } from './weekly-pattern.js';

export type PatternRefusalCode =
  | 'patternStartDateMalformed'
  | 'patternNoWeekday'
  | 'patternTimeMalformed'
  | 'patternEndBeforeStart'
  | 'patternCrossesMidnight'
  | 'patternMeetingsOverlap'
  | 'patternEveryNWeeksOutOfRange'
  | 'patternSessionsMalformed'
  | 'patternTooManySessions'
  | 'patternHoursMalformed'
  | 'patternLastDateMalformed'
  | 'patternLastDateBeforeStart'
  | 'patternSkipDateMalformed'
  | 'patternExtraDateMalformed'
  | 'patternExtraDateBeforeStart'
  | 'patternDateSkippedAndExtra'
  | 'patternBreakMalformed'
  | 'patternBreakReversed'
  | 'patternMoreExtraDatesThanSessions'
  | 'patternYieldsNone'
  | 'patternRunsTooLong';

type Answer = Refusal<PatternRefusalCode> | null;
type MeetingTimes = Pick<WeeklyMeeting, 'startTime' | 'endTime'>;

export const MOST_SESSIONS = 200;
export const MOST_HOURS = 2000;
export const MOST_WEEKS_APART = 8;

/** All refusals of a pattern, each with its form field. */
export function patternIsSound(pattern: WeeklyPattern): Refusal<PatternRefusalCode>[] {
  return blockers<WeeklyPattern, PatternRefusalCode>(
    [
      startDateIsADay,
      somethingMeets,
      timesAreTimes,
      meetingsEndAfterTheyStart,
      meetingsDoNotOverlap,
      weeksApartAreFew,
      extentIsSound,
      skipDatesAreDays,
      extraDatesAreDays,
      extraDatesAreNotBeforeTheStart,
      noDateIsBothSkippedAndExtra,
      breaksAreDays,
      breaksEndAfterTheyBegin,
    ],
    pattern,
  );
}

function startDateIsADay({ startDate }: WeeklyPattern): Answer {
  return isDay(startDate) ? null : refuse('patternStartDateMalformed', { found: startDate }, 'startDate');
}

function somethingMeets({ meetings }: WeeklyPattern): Answer {
  return meetings.length > 0 ? null : refuse('patternNoWeekday', {}, 'weekdays');
}

function timesAreTimes({ meetings }: WeeklyPattern): Answer {
  const wrong = meetings.find((meeting) => !areClocks(meeting));
  if (wrong === undefined) return null;
  const field = isClock(wrong.startTime) ? 'endTime' : 'startTime';
  return refuse('patternTimeMalformed', { found: wrong[field] }, field);
}

function meetingsEndAfterTheyStart({ meetings }: WeeklyPattern): Answer {
  return meetings.map(endsAfterItStarts).find((answer) => answer !== null) ?? null;
}

/** Malformed times are refused by another rule. */
export function endsAfterItStarts({ startTime, endTime }: MeetingTimes): Answer {
  if (!areClocks({ startTime, endTime }) || endTime > startTime) return null;
  // An evening start with an early-morning end means crossing midnight; otherwise the times are swapped.
  const night = startTime >= '18:00' && endTime <= '06:00';
  return refuse(night ? 'patternCrossesMidnight' : 'patternEndBeforeStart', { startTime, endTime }, 'endTime');
}

function meetingsDoNotOverlap({ meetings }: WeeklyPattern): Answer {
  for (const [index, one] of meetings.entries()) {
    const other = meetings.slice(index + 1).find((candidate) => overlap(one, candidate));
    if (other) return refuse('patternMeetingsOverlap', { weekday: one.weekday, ...spans(one, other) }, 'startTime');
  }
  return null;
}

function weeksApartAreFew({ everyNWeeks }: WeeklyPattern): Answer {
  const sound = Number.isInteger(everyNWeeks) && everyNWeeks >= 1 && everyNWeeks <= MOST_WEEKS_APART;
  return sound ? null : refuse('patternEveryNWeeksOutOfRange', { most: MOST_WEEKS_APART }, 'everyNWeeks');
}

function extentIsSound({ extent, startDate }: WeeklyPattern): Answer {
  if (extent.by === 'hours') {
    const sound = extent.hours > 0 && extent.hours <= MOST_HOURS;
    return sound ? null : refuse('patternHoursMalformed', { most: MOST_HOURS }, 'hours');
  }
  if (extent.by === 'date') {
    const { lastDate } = extent;
    if (!isDay(lastDate)) return refuse('patternLastDateMalformed', { found: lastDate }, 'lastDate');
    return lastDate >= startDate ? null : refuse('patternLastDateBeforeStart', { startDate, lastDate }, 'lastDate');
  }
  const { sessions } = extent;
  if (!Number.isInteger(sessions) || sessions < 1)
    return refuse('patternSessionsMalformed', { most: MOST_SESSIONS }, 'sessions');
  return sessions <= MOST_SESSIONS
    ? null
    : refuse('patternTooManySessions', { most: MOST_SESSIONS, asked: sessions }, 'sessions');
}

function skipDatesAreDays({ skipDates }: WeeklyPattern): Answer {
  const wrong = skipDates.find((date) => !isDay(date));
  return wrong === undefined ? null : refuse('patternSkipDateMalformed', { found: wrong }, 'skipDates');
}

function extraDatesAreDays({ extraDates }: WeeklyPattern): Answer {
  const wrong = extraDates.find((date) => !isDay(date));
  return wrong === undefined ? null : refuse('patternExtraDateMalformed', { found: wrong }, 'extraDates');
}

function extraDatesAreNotBeforeTheStart({ extraDates, startDate }: WeeklyPattern): Answer {
  const early = extraDates.find((date) => isDay(date) && isDay(startDate) && date < startDate);
  return early === undefined ? null : refuse('patternExtraDateBeforeStart', { date: early, startDate }, 'extraDates');
}

function noDateIsBothSkippedAndExtra({ skipDates, extraDates }: WeeklyPattern): Answer {
  const both = extraDates.find((date) => skipDates.includes(date));
  return both === undefined ? null : refuse('patternDateSkippedAndExtra', { date: both }, 'skipDates');
}

function breaksAreDays({ breaks }: WeeklyPattern): Answer {
  const wrong = breaks.flatMap(({ from, until }) => [from, until]).find((date) => !isDay(date));
  return wrong === undefined ? null : refuse('patternBreakMalformed', { found: wrong }, 'breaks');
}

function breaksEndAfterTheyBegin({ breaks }: WeeklyPattern): Answer {
  const wrong = breaks.find(({ from, until }) => isDay(from) && isDay(until) && until < from);
  return wrong === undefined
    ? null
    : refuse('patternBreakReversed', { from: wrong.from, until: wrong.until }, 'breaks');
}

function areClocks({ startTime, endTime }: MeetingTimes): boolean {
  return isClock(startTime) && isClock(endTime);
}

function overlap(one: WeeklyMeeting, other: WeeklyMeeting): boolean {
  if (one.weekday !== other.weekday || !areClocks(one) || !areClocks(other)) return false;
  return minutesOf(one.startTime) < minutesOf(other.endTime) && minutesOf(other.startTime) < minutesOf(one.endTime);
}

function spans(one: WeeklyMeeting, other: WeeklyMeeting): { one: string; other: string } {
  return { one: `${one.startTime}–${one.endTime}`, other: `${other.startTime}–${other.endTime}` };
}
