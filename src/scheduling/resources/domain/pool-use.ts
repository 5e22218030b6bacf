import { daysAfter, instantOf } from '../../../platform/clock.js';
import type { Span } from '../../core/domain/index.js';
import { AN_HOUR } from '../../../platform/durations.js';

/** Seats of a pool that one session holds. */
export interface HeldSeats extends Span {
  readonly seats: number;
}

export interface Peak<Held extends HeldSeats = HeldSeats> {
  /** Maximum number of seats held at one moment; 0 if none. */
  readonly seats: number;
  /** The sessions that hold seats at that moment. */
  readonly holders: readonly Held[];
}

/** The moment with the most seats held, which is always the start of a session. */
export function peakOf<Held extends HeldSeats>(held: readonly Held[]): Peak<Held> {
  return held
    .map(({ startsAt }) => held.filter((one) => one.startsAt <= startsAt && startsAt < one.endsAt))
    .map((holders) => ({ holders, seats: holders.reduce((sum, { seats }) => sum + seats, 0) }))
    .reduce<Peak<Held>>((most, one) => (one.seats > most.seats ? one : most), { seats: 0, holders: [] });
}

export interface WeekPeak {
  /** The Monday. */
  readonly monday: string;
  readonly seats: number;
  readonly sessions: number;
  /** 0: unused; 1 to 4: each quarter of the pool's seats. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** Peak use by week, from a Monday on. */
export function peaksByWeek(
  held: readonly HeldSeats[],
  { monday, weeks, seats }: { readonly monday: string; readonly weeks: number; readonly seats: number },
): WeekPeak[] {
  return Array.from({ length: weeks }, (_, at) => {
    const first = daysAfter(monday, at * 7);
    const [from, until] = [instantOf(first, '00:00'), instantOf(daysAfter(first, 7), '00:00')];
    const within = held.filter(({ startsAt }) => from <= startsAt && startsAt < until);
    const peak = peakOf(within).seats;
    return {
      monday: first,
      seats: peak,
      sessions: within.length,
      level: Math.min(4, Math.ceil((peak / seats) * 4)) as WeekPeak['level'],
    };
  });
}

/** Seats times hours. */
export function seatHours(held: readonly HeldSeats[]): number {
  return held.reduce((sum, { startsAt, endsAt, seats }) => sum + (seats * (endsAt - startsAt)) / AN_HOUR, 0);
}
