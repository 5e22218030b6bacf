import { dayOf, instantOf, type Weekday, weekdayOf } from '../../../platform/clock.js';
import { overlaps, type Span } from './placed-session.js';
import { A_MINUTE } from '../../../platform/durations.js';

/** Minutes since midnight in which a room or a person may be booked on a weekday. */
export interface OpenSpan {
  readonly weekday: Weekday;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** A time in which it may not be, and why. */
export interface Away extends Span {
  readonly reason: string;
}

export interface Availability {
  /** Empty: at all hours. */
  readonly hours: readonly OpenSpan[];
  readonly away: readonly Away[];
}

export const ALWAYS: Availability = { hours: [], away: [] };

/** Whether a span of one day lies inside the bookable hours; hours that touch one another count as one. */
export function isWithinHours({ hours }: Availability, { startsAt, endsAt }: Span): boolean {
  if (hours.length === 0) return true;
  const day = dayOf(startsAt);
  const midnight = instantOf(day, '00:00');
  let from = (startsAt - midnight) / A_MINUTE;
  const until = (endsAt - midnight) / A_MINUTE;
  const weekday = weekdayOf(day);
  for (const open of hours.filter((one) => one.weekday === weekday).sort((a, b) => a.fromMinute - b.fromMinute)) {
    if (open.fromMinute <= from && from < open.untilMinute) from = open.untilMinute;
  }
  return from >= until;
}

/** What takes a room or a person away during a span, if anything does. */
export function awayDuring({ away }: Availability, span: Span): Away | null {
  return away.find((one) => overlaps(one, span)) ?? null;
}

/** A closure or an absence that lasts longer is a slip of the hand, or a room to close for good. */
export const LONGEST_AWAY_DAYS = 400;

/** By weekday and time, those that overlap or touch made one. */
export function tidyHours(hours: readonly OpenSpan[]): OpenSpan[] {
  const tidy: OpenSpan[] = [];
  for (const span of [...hours].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)) {
    const last = tidy.at(-1);
    if (last && last.weekday === span.weekday && span.fromMinute <= last.untilMinute)
      tidy[tidy.length - 1] = { ...last, untilMinute: Math.max(last.untilMinute, span.untilMinute) };
    else tidy.push(span);
  }
  return tidy;
}
