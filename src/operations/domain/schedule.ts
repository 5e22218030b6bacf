import { dayOf, daysAfter, instantOf } from '../../platform/clock.js';
import { A_MINUTE, AN_HOUR } from '../../platform/durations.js';

/** The latest due time, up to now. @param at `HH:MM` in the academy's zone */
export function lastDue(now: number, at: string): number {
  const today = dayOf(now);
  const due = instantOf(today, at);
  return due <= now ? due : instantOf(daysAfter(today, -1), at);
}

/** Instants are epoch milliseconds, durations milliseconds. */
export interface RunFacts {
  readonly startedAt: number;
  readonly aliveAt: number;
  readonly state: 'running' | 'done' | 'failed';
}

/** A backup without a heartbeat for this long has died with its process. */
export const SILENT_AFTER = 5 * A_MINUTE;
/** Wait after a failure before the next attempt. */
export const AGAIN_AFTER = AN_HOUR;
/** A last successful backup older than this is overdue: a day, plus half a day for one that is late or slow. */
export const OVERDUE_AFTER = 36 * AN_HOUR;

/** Whether a backup should start now. `last`: the newest run, whatever its outcome. */
export function isDue({
  now,
  at,
  last,
}: {
  readonly now: number;
  readonly at: string;
  readonly last: RunFacts | null;
}): boolean {
  if (last === null) return true;
  if (last.state === 'running') return hasDied(last, now);
  if (last.state === 'failed') return now - last.startedAt >= AGAIN_AFTER;
  return last.startedAt < lastDue(now, at);
}

export function hasDied({ state, aliveAt }: RunFacts, now: number): boolean {
  return state === 'running' && now - aliveAt >= SILENT_AFTER;
}

export type BackupStanding = 'off' | 'good' | 'failed' | 'overdue' | 'none';

export interface StandingFacts {
  readonly now: number;
  readonly scheduled: boolean;
  /** The newest run. */
  readonly last: RunFacts | null;
  readonly lastGoodAt: number | null;
}

/** The overall state, for the page and the task. */
export function standingOf({ now, scheduled, last, lastGoodAt }: StandingFacts): BackupStanding {
  if (!scheduled) return 'off';
  if (last && (last.state === 'failed' || hasDied(last, now))) return 'failed';
  if (lastGoodAt === null) return 'none';
  return now - lastGoodAt > OVERDUE_AFTER ? 'overdue' : 'good';
}
