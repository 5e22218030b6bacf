import { dayOf, instantOf, type Weekday, weekdayOf } from '../../../platform/clock.js';
import { overlaps, type Span } from './placed-session.js';
import { A_MINUTE } from '../../../platform/durations.js';

/** Bookable span of a weekday, in minutes since midnight. */
export interface OpenSpan {
  readonly weekday: Weekday;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** A closure or absence with its reason. */
export interface Away extends Span {
  readonly reason: string;
}

export interface Availability {
  /** Empty: any time. */
  readonly hours: readonly OpenSpan[];
  readonly away: readonly Away[];
}

export const ALWAYS: Availability = { hours: [], away: [] };

/** Whether a span within one day lies inside the bookable hours; adjacent hours count as one span. */
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

/** The first closure or absence during a span, if any. */
export function awayDuring({ away }: Availability, span: Span): Away | null {
  return away.find((one) => overlaps(one, span)) ?? null;
}

/** Longer closures or absences are typing errors, or the room should be closed permanently. */
export const LONGEST_AWAY_DAYS = 400;

/** By weekday and time; overlapping and adjacent spans are merged. */
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
