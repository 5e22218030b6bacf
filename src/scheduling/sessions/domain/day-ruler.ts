import { daysAfter, instantOf, type Weekday, weekdayOf } from '../../../platform/clock.js';
import { A_DAY } from '../../../platform/durations.js';

export interface RuledDay {
  readonly date: string;
  readonly weekday: Weekday;
  /** Epoch milliseconds. */
  readonly midnight: number;
}

/**
 * Consecutive days. The academy's zone has had no daylight saving since 1991, so all days are equally long and day and
 * minute of a session are simple arithmetic.
 */
export class DayRuler {
  readonly days: readonly RuledDay[];
  readonly #start: number;
  readonly #byDate: ReadonlyMap<string, RuledDay>;

  constructor(first: string, count: number) {
    this.#start = instantOf(first, '00:00');
    const weekday = weekdayOf(first);
    this.days = Array.from({ length: count }, (_, at) => ({
      date: daysAfter(first, at),
      weekday: (((weekday - 1 + at) % 7) + 1) as Weekday,
      midnight: this.#start + at * A_DAY,
    }));
    this.#byDate = new Map(this.days.map((day) => [day.date, day]));
  }

  get from(): number {
    return this.#start;
  }

  get until(): number {
    return this.#start + this.days.length * A_DAY;
  }

  /** The day of an instant, clamped to the first or last day. */
  dayAt(instant: number): RuledDay {
    const at = Math.floor((instant - this.#start) / A_DAY);
    return this.days[Math.max(0, Math.min(this.days.length - 1, at))]!;
  }

  /** @throws Error for a day outside the range */
  on(date: string): RuledDay {
    const day = this.#byDate.get(date);
    if (!day) throw new Error(`${date} is not among the days`);
    return day;
  }
}

/** `HH:MM` of minutes since midnight. */
export function clockAt(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
