import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { memoize } from './memoize.js';
import { AN_HOUR } from './durations.js';

/** The academy lives in one time zone; instants are epoch milliseconds, days are `YYYY-MM-DD` there. */
export const ACADEMY_ZONE = 'Asia/Shanghai';

/** The only place that reads the current time. All other code is passed `now`. */
@Injectable()
export class Clock {
  /** Epoch milliseconds. */
  now(): number {
    return Date.now();
  }

  /** Today in the academy's zone. */
  today(): string {
    return dayOf(this.now());
  }
}

/**
 * Milliseconds since it was made or restarted: real time, independent of the clock. For time budgets only; never store
 * it.
 */
export class Stopwatch {
  private since = performance.now();

  elapsed(): number {
    return performance.now() - this.since;
  }

  restart(): void {
    this.since = performance.now();
  }
}

/** A clock that is set by hand, for tests and the demo academy. */
export class SimulatedClock extends Clock {
  constructor(private instant: number) {
    super();
  }

  override now(): number {
    return this.instant;
  }

  moveTo(instant: number): void {
    this.instant = instant;
  }
}

/** A stored value that is no day or no instant; typed ones are checked before (`isDay`, `isClock`). */
export class UnreadableTime extends RangeError {}

function readTime<Value>(value: unknown, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw new UnreadableTime(`no time: ${String(value)}`, { cause });
  }
}

/** The academy's day, `YYYY-MM-DD`, in which an instant falls. */
export function dayOf(instant: number): string {
  return dayOfHour(Math.floor(instant / AN_HOUR));
}

/** The academy's wall clock, `HH:MM`, at an instant. */
export function clockOf(instant: number): string {
  return zoned(instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The instant of a day and wall-clock time (`HH:MM`) in the academy's zone. */
export function instantOf(day: string, clock: string): number {
  return instantAt(`${day} ${clock}`);
}

/** The day that is so many days after (or, if negative, before) another. */
export function daysAfter(day: string, days: number): string {
  return dayAfter(`${days} 0 ${day}`);
}

/** The day that is so many months after another; the last day of the month if that is shorter. */
export function monthsAfter(day: string, months: number): string {
  return dayAfter(`0 ${months} ${day}`);
}

/** ISO: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The weekday of a day `YYYY-MM-DD`. */
export function weekdayOf(date: string): Weekday {
  return readTime(date, () => Temporal.PlainDate.from(date).dayOfWeek as Weekday);
}

/** Days from one day to another; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return readTime(`${from} ${to}`, () => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days);
}

/** Whether a text is a wall-clock time `HH:MM`, 00:00 to 23:59. */
export function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Minutes since midnight of a wall-clock time `HH:MM`. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** Whether a text is a real day `YYYY-MM-DD` from 1950 to 2199; anything else is taken for a typing error. */
export function isDay(text: string): boolean {
  if (!/^(19[5-9]\d|2[01]\d\d)-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** A day never begins within an hour: since 1901 the academy's zone has been whole hours from UTC. */
const dayOfHour = memoize((hour: number) =>
  zoned(hour * AN_HOUR)
    .toPlainDate()
    .toString(),
);

const instantAt = memoize((moment: string) => {
  const [day = '', clock = ''] = moment.split(' ');
  return readTime(
    moment,
    () =>
      Temporal.PlainDate.from(day).toZonedDateTime({
        timeZone: ACADEMY_ZONE,
        plainTime: Temporal.PlainTime.from(clock),
      }).epochMilliseconds,
  );
});

const dayAfter = memoize((sum: string) => {
  const [days, months, day = ''] = sum.split(' ', 3);
  return readTime(sum, () =>
    Temporal.PlainDate.from(day)
      .add({ days: Number(days), months: Number(months) })
      .toString(),
  );
});

function zoned(instant: number): Temporal.ZonedDateTime {
  return readTime(instant, () => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ACADEMY_ZONE));
}

/** An instant in ISO 8601, such as `2026-03-02T01:00:00Z`. */
export function isoOf(instant: number): string {
  return readTime(instant, () => Temporal.Instant.fromEpochMilliseconds(instant).toString({ smallestUnit: 'second' }));
}
