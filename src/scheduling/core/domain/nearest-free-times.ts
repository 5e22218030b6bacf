import { dayOf, daysAfter, instantOf, minutesOf } from '../../../platform/clock.js';
import { isClosed, noteOn, type AcademyCalendar, type AcademyDay, type DayNote } from './academy-calendar.js';
import type { ProposedSlot } from './placed-session.js';
import { A_MINUTE } from '../../../platform/durations.js';

export interface FreeTimeSearch {
  /** The requested slot; its length is kept. */
  readonly proposed: ProposedSlot;
  /** Whether a slot is possible. */
  readonly accepts: (proposed: ProposedSlot) => boolean;
  readonly calendar: AcademyCalendar;
  /** Earliest start to propose, epoch milliseconds; usually now. */
  readonly notBefore: number;
  readonly hours?: BookableHours;
  /** Step in minutes between proposed times, from the opening. */
  readonly gridMinutes?: number;
  readonly count?: number;
  /** Days searched before and after. */
  readonly daysAround?: number;
}

/** Wall-clock times `HH:MM` of one day. */
export interface BookableHours {
  readonly from: string;
  readonly until: string;
}

export interface FreeTime {
  readonly date: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly note: DayNote;
}

export const BOOKABLE_HOURS: BookableHours = { from: '08:00', until: '21:30' };
export const GRID_MINUTES = 30;

/**
 * The nearest possible times of a session: the same day first, then the days around it, later before earlier; within a
 * day those nearest to the requested time. Weekend sessions are offered weekends, others workdays including make-up
 * workdays. Never proposes the requested time itself. Returns at most `count` (3) times within `daysAround` (21) days.
 */
export function nearestFreeTimes(search: FreeTimeSearch): FreeTime[] {
  const { proposed, accepts, notBefore, count = 3, daysAround = 21 } = search;
  const found: FreeTime[] = [];
  for (const day of daysNear(search, daysAround)) {
    for (const time of timesOn(day, search)) {
      if (time.startsAt < notBefore || time.startsAt === proposed.startsAt) continue;
      if (accepts({ ...proposed, startsAt: time.startsAt, endsAt: time.endsAt })) found.push(time);
      if (found.length === count) return found;
    }
  }
  return found;
}

function* daysNear({ proposed, calendar }: FreeTimeSearch, daysAround: number): Generator<AcademyDay> {
  const own = calendar.dayOn(dayOf(proposed.startsAt));
  const fits = (day: AcademyDay) => !isClosed(day) && (day.kind === 'weekend') === (own.kind === 'weekend');
  if (fits(own)) yield own;
  for (let distance = 1; distance <= daysAround; distance += 1) {
    for (const days of [distance, -distance]) {
      const day = calendar.dayOn(daysAfter(own.date, days));
      if (fits(day)) yield day;
    }
  }
}

/** The times of a day plus the requested time, nearest to the requested time first; the later of two equally near. */
function timesOn(
  day: AcademyDay,
  { proposed, hours = BOOKABLE_HOURS, gridMinutes = GRID_MINUTES }: FreeTimeSearch,
): FreeTime[] {
  // Shanghai has had no daylight saving since 1991, so minutes can be counted from midnight.
  const midnight = instantOf(day.date, '00:00');
  const preferred = (proposed.startsAt - instantOf(dayOf(proposed.startsAt), '00:00')) / A_MINUTE;
  const minutes = (proposed.endsAt - proposed.startsAt) / A_MINUTE;
  const [opens, closes] = [minutesOf(hours.from), minutesOf(hours.until)];
  const starts = new Set(preferred >= opens && preferred + minutes <= closes ? [preferred] : []);
  for (let start = opens; start + minutes <= closes; start += gridMinutes) starts.add(start);
  return [...starts]
    .sort((a, b) => Math.abs(a - preferred) - Math.abs(b - preferred) || b - a)
    .map((start) => midnight + start * A_MINUTE)
    .map((startsAt) => ({ date: day.date, startsAt, endsAt: startsAt + minutes * A_MINUTE, note: noteOn(day) }));
}
