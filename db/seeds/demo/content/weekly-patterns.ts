import {
  meetingsOn,
  type WeeklyMeeting,
  type WeeklyPattern,
} from '../../../../src/scheduling/patterns/domain/weekly-pattern.js';
import { weekdayOf, type Weekday } from '../../../../src/platform/clock.js';
import type { WeekKind } from './cohorts/cohort-slots.js';
import type { PlacedCourse } from './course.js';

const HOURS_A_SESSION = 3;
const HALVES = [
  { startTime: '09:00', endTime: '12:00' },
  { startTime: '13:30', endTime: '16:30' },
] as const;
const EVENING = { startTime: '18:30', endTime: '21:30' };

/**
 * The weekly pattern of a course from a day on; `null` if it does not start on such a day or does not suit the course.
 */
export function patternFor(course: PlacedCourse, weekKind: WeekKind, startDate: string): WeeklyPattern | null {
  const meetings = meetingsFor(course, weekKind, weekdayOf(startDate));
  if (!meetings?.some(({ weekday }) => weekday === weekdayOf(startDate))) return null;
  return {
    startDate,
    meetings,
    extent: { by: 'sessions', sessions: course.hours / HOURS_A_SESSION },
    everyNWeeks: 1,
    skipDates: [],
    breaks: [],
    extraDates: [],
  };
}

function meetingsFor(course: PlacedCourse, weekKind: WeekKind, first: Weekday): WeeklyMeeting[] | null {
  if (course.days === 1)
    return weekKind === 'saturday' ? halvesOn([6]) : weekKind === 'days' && first <= 5 ? halvesOn([first]) : null;
  switch (weekKind) {
    case 'days':
      return halvesOn([1, 2, 3, 4, 5]);
    case 'weekends':
      return first === 6 ? halvesOn([6, 7]) : null;
    case 'evenings':
      return course.days > 5 ? null : meetingsOn(first % 2 === 0 ? [2, 4] : [1, 3], EVENING);
    case 'saturday':
      return null;
  }
}

function halvesOn(weekdays: readonly Weekday[]): WeeklyMeeting[] {
  return HALVES.flatMap((times) => meetingsOn(weekdays, times));
}
