import { type AcademyDay, type Availability, HOURS_A_DAY, isClosed, type Span } from '../../core/domain/index.js';
import type { RuledDay } from './day-ruler.js';
import { A_MINUTE, AN_HOUR, A_DAY } from '../../../platform/durations.js';

/** Used and bookable hours of a week. Seat hours for a pool. */
export interface UsedHours {
  readonly used: number;
  readonly of: number;
}

/** A session's use of a resource: `weight` is seats for a pool, otherwise 1. */
export interface Use extends Span {
  readonly weight: number;
}

/** Whole weeks of days with their calendar facts. */
export type UseFrame = readonly (readonly UseDay[])[];
export type UseDay = RuledDay & Pick<AcademyDay, 'kind'>;

/** Used hours by week; a session counts in the week of its start. */
export function usedByWeek(uses: readonly Use[], frame: UseFrame): number[] {
  const from = frame[0]?.[0]?.midnight ?? 0;
  const hours = frame.map(() => 0);
  for (const { startsAt, endsAt, weight } of uses) {
    // No daylight saving in the academy's zone, so all weeks are equally long.
    const week = Math.floor((startsAt - from) / (7 * A_DAY));
    if (week >= 0 && week < hours.length) hours[week] = (hours[week] ?? 0) + ((endsAt - startsAt) / AN_HOUR) * weight;
  }
  return hours;
}

/**
 * Bookable hours by week: the hours set per weekday, otherwise eight per working day. Minus holidays, closures and
 * absences; a make-up workday without hours of its own counts eight.
 */
export function bookableByWeek(availability: Availability, frame: UseFrame): number[] {
  return frame.map((days) => days.reduce((sum, day) => (isClosed(day) ? sum : sum + hoursOn(availability, day)), 0));
}

function hoursOn(availability: Availability, { weekday, kind, midnight }: UseDay): number {
  const own = availability.hours.filter((one) => one.weekday === weekday);
  const isWorkday = kind === 'workday' || kind === 'makeUpWorkday';
  const open =
    own.length > 0
      ? own.map(({ fromMinute, untilMinute }) => [fromMinute, untilMinute] as const)
      : isWorkday && (availability.hours.length === 0 || kind === 'makeUpWorkday')
        ? [[9 * 60, (9 + HOURS_A_DAY) * 60] as const]
        : [];
  const minutes = open.reduce(
    (sum, [from, until]) =>
      sum +
      until -
      from -
      awayMinutes(availability, { startsAt: midnight + from * A_MINUTE, endsAt: midnight + until * A_MINUTE }),
    0,
  );
  return Math.max(0, minutes) / 60;
}

function awayMinutes({ away }: Availability, span: Span): number {
  return away.reduce(
    (sum, one) =>
      sum + Math.max(0, Math.min(one.endsAt, span.endsAt) - Math.max(one.startsAt, span.startsAt)) / A_MINUTE,
    0,
  );
}

/** 0: unused; 1 to 4: each quarter of what could be booked; 5: more than that. */
export function levelOf({ used, of }: UsedHours): 0 | 1 | 2 | 3 | 4 | 5 {
  if (used === 0) return 0;
  if (used > of) return 5;
  return Math.max(1, Math.min(4, Math.ceil((used / of) * 4))) as 1 | 2 | 3 | 4;
}

/** Whether the pool's term touches the week. */
export function poolHours(
  { validFrom, validUntil }: { readonly validFrom: string; readonly validUntil: string | null },
  frame: UseFrame,
): number[] {
  return frame.map(
    (days) =>
      days.filter(
        (day) =>
          (day.kind === 'workday' || day.kind === 'makeUpWorkday') &&
          validFrom <= day.date &&
          (validUntil === null || day.date <= validUntil),
      ).length * HOURS_A_DAY,
  );
}
