import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';

/** The academy lives in one time zone; instants are epoch milliseconds, days are `YYYY-MM-DD` there. */
export const ACADEMY_ZONE = 'Asia/Shanghai';

/** The only place that asks what time it is. Everything else is handed `now`. */
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

/** A clock that stands where it is put: tests and the demo academy tell their stories with it. */
export class StoryClock extends Clock {
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

/** The academy's day, `YYYY-MM-DD`, in which an instant falls. */
export function dayOf(instant: number): string {
  // The zone has always been whole hours from UTC since 1901: all of one hour lies in one day.
  return remembered(DAYS, Math.floor(instant / 3_600_000), () => zoned(instant).toPlainDate().toString());
}

/** The academy's wall clock, `HH:MM`, at an instant. */
export function clockOf(instant: number): string {
  return zoned(instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The instant of a day and wall-clock time (`HH:MM`) in the academy's zone. */
export function instantOf(day: string, clock: string): number {
  return remembered(INSTANTS, `${day} ${clock}`, () => Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: ACADEMY_ZONE, plainTime: Temporal.PlainTime.from(clock) })
    .epochMilliseconds);
}

const MOST_REMEMBERED = 50_000;
const DAYS = new Map<number, string>();
const INSTANTS = new Map<string, number>();

/** Zones are slow to ask, and a term asks for the same few thousand days and times again and again. */
function remembered<Key, Value>(known: Map<Key, Value>, key: Key, ask: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const value = ask();
  known.set(key, value);
  return value;
}

/** The day some days after (or, negative, before) another. */
export function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The day some months after another; the month's last day where it is shorter. */
export function monthsAfter(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

function zoned(instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ACADEMY_ZONE);
}
