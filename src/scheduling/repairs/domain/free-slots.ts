import { dayOf } from '../../../platform/clock.js';
import type { PlacedSession, Span, Timetable } from '../../core/domain/index.js';
import type { RepairDay, RepairDays } from './repair-days.js';
import type { RepairCohort } from './repair.js';
import { A_MINUTE } from '../../../platform/durations.js';

/** A time to which a session may move, with its cost in days. */
export interface FreeSlot extends Span {
  readonly day: RepairDay;
  /**
   * Whether the day makes up for the session's own day: it follows that weekday, or is the make-up workday of that
   * holiday.
   */
  readonly makesUp: boolean;
  /** Days from the session's own day; negative: earlier. */
  readonly days: number;
  /** Days, plus penalties in days for another weekday or time of day than the cohort's usual ones. */
  readonly shift: number;
}

export interface Reach {
  readonly timetable: Timetable;
  readonly days: RepairDays;
  readonly daysBeyondEnd: number;
  /** Maximum shift in days. */
  readonly farthest: number;
  /** A cohort's sessions before the repair. */
  readonly ofCohort: (cohortId: string) => readonly PlacedSession[];
}

const EVENING = 17 * 60;
const LATEST = 21 * 60 + 30;
/** Common start times, tried if the cohort's own do not fit. */
const USUAL_STARTS = [540, 840, 1110];
const OTHER_WEEKDAY = 3;
const OTHER_CLOCK = 4;
const SECOND_THAT_DAY = 2;

/**
 * Times within the cohort's dates to which a session may move, best first: the make-up workday of its day, then the
 * nearest days of the same kind (weekend sessions stay on weekends), with the cohort's usual weekdays and times first.
 */
export function freeSlotsFor(session: PlacedSession, cohort: RepairCohort, reach: Reach): FreeSlot[] {
  const own = reach.days.of(session.startsAt);
  if (!own) return [];
  const rhythm = rhythmOf(session, reach);
  const minutes = (session.endsAt - session.startsAt) / A_MINUTE;
  const clock = (session.startsAt - own.midnight) / A_MINUTE;
  const { first, last } = datesOf(session, cohort, reach);
  const slots: FreeSlot[] = [];
  for (const day of reach.days.between(first, last)) {
    const days = day.at - own.at;
    if (day.closed || day.isWeekend !== own.isWeekend || Math.abs(days) > reach.farthest) continue;
    const makesUp = makesUpFor(day, own);
    const afar =
      Math.abs(days) +
      (makesUp || rhythm.weekdays.has(day.weekday) ? 0 : OTHER_WEEKDAY) +
      (rhythm.dates.has(day.date) ? SECOND_THAT_DAY : 0);
    for (const start of startsNear(clock, minutes, rhythm.starts)) {
      const startsAt = day.midnight + start * A_MINUTE;
      if (startsAt <= reach.timetable.now || startsAt === session.startsAt) continue;
      const shift = afar + (start === clock ? 0 : OTHER_CLOCK + Math.abs(start - clock) / 120);
      slots.push({
        day,
        makesUp: makesUp && start === clock,
        days,
        shift,
        startsAt,
        endsAt: startsAt + minutes * A_MINUTE,
      });
    }
  }
  return slots.sort(
    (a, b) =>
      Number(b.makesUp) - Number(a.makesUp) ||
      a.shift - b.shift ||
      Math.abs(a.days) - Math.abs(b.days) ||
      b.startsAt - a.startsAt,
  );
}

/**
 * Such as "9 May follows Tuesday". A make-up workday without a followed weekday may stand for any workday of its
 * holiday.
 */
function makesUpFor(day: RepairDay, own: RepairDay): boolean {
  if (day.kind !== 'makeUpWorkday' || own.isWeekend) return false;
  if (day.follows !== null) return day.follows === own.weekday;
  return own.kind === 'holiday' && own.name?.zh === day.name?.zh;
}

/** The cohort's dates, extended to the session's own day if that lies outside. */
function datesOf(
  session: PlacedSession,
  { startsOn, endsOn }: RepairCohort,
  { days, daysBeyondEnd, timetable }: Reach,
): { first: string; last: string } {
  const [own, today] = [dayOf(session.startsAt), dayOf(timetable.now)];
  const first = own < startsOn ? own : startsOn;
  const end = days.on(own > endsOn ? own : endsOn);
  const last = end === null ? endsOn : dayOf(end.midnight + daysBeyondEnd * 24 * 60 * A_MINUTE);
  return { first: first < today ? today : first, last };
}

interface Rhythm {
  readonly weekdays: ReadonlySet<number>;
  readonly dates: ReadonlySet<string>;
  /** Minutes since midnight. */
  readonly starts: ReadonlySet<number>;
}

function rhythmOf({ id, cohortId }: PlacedSession, { days, ofCohort }: Reach): Rhythm {
  const [weekdays, dates, starts] = [new Set<number>(), new Set<string>(), new Set<number>()];
  for (const one of ofCohort(cohortId)) {
    const day = days.of(one.startsAt);
    if (!day) continue;
    weekdays.add(day.follows ?? day.weekday);
    starts.add((one.startsAt - day.midnight) / A_MINUTE);
    if (one.id !== id) dates.add(day.date);
  }
  return { weekdays, dates, starts };
}

/** Its own start first. Evening sessions stay in the evening; none ends after 21:30 unless it already does. */
function startsNear(clock: number, minutes: number, ofCohort: ReadonlySet<number>): number[] {
  const others = [...new Set([...ofCohort, ...USUAL_STARTS])].filter(
    (start) => start !== clock && start >= EVENING === clock >= EVENING && start + minutes <= LATEST,
  );
  return [clock, ...others.sort((a, b) => a - b)];
}
