import { dayOf, daysAfter } from '../../platform/clock.js';

/** How many of the latest days, weeks and months that have a backup keep their newest one. */
export interface Keep {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export interface KeptBackup {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * The backups that are no longer kept. Periods without a backup do not count, so that a gap does not remove older ones;
 * the newest of all always stays.
 */
export function expired<One extends KeptBackup>(backups: readonly One[], keep: Keep): One[] {
  const newestFirst = [...backups].sort((one, other) => other.at - one.at || (one.name < other.name ? 1 : -1));
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(newestFirst, dayOf, keep.daily),
    ...newestOfEach(newestFirst, weekOf, keep.weekly),
    ...newestOfEach(newestFirst, (at) => dayOf(at).slice(0, 7), keep.monthly),
  ]);
  return newestFirst.filter((one) => !kept.has(one));
}

function newestOfEach<One extends KeptBackup>(
  newestFirst: readonly One[],
  spanOf: (at: number) => string,
  most: number,
): One[] {
  const newest = new Map<string, One>();
  for (const one of newestFirst) {
    const span = spanOf(one.at);
    if (newest.size === most && !newest.has(span)) break;
    if (!newest.has(span)) newest.set(span, one);
  }
  return [...newest.values()].slice(0, most);
}

/** The Monday of an instant's week in the academy's zone. */
function weekOf(at: number): string {
  const day = dayOf(at);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysAfter(day, -weekday);
}
