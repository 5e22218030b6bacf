import type { Actor } from '../../platform/index.js';
import { daysBetween } from '../../platform/clock.js';

/** When tasks are requested, and by whom. */
export interface TaskTime {
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly now: number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Something that waits for the office. Its messages are `task.<kind>.what`, `.why` and `.next`, each with `values`. */
export interface Task {
  readonly kind: string;
  /** The day by which it matters, `YYYY-MM-DD`; sorts the list. */
  readonly due: string;
  /** The page of the next step. */
  readonly href: string;
  /** The code of what it is about. */
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Earliest day first, then by kind and code for a stable order. */
export function byDueDay(tasks: readonly Task[]): Task[] {
  return [...tasks].sort((a, b) => compare(a.due, b.due) || compare(a.kind, b.kind) || compare(a.code, b.code));
}

export type DueTone = 'late' | 'today' | 'soon' | 'later';
const SOON_DAYS = 7;

/** How urgent a day is, and its distance from today in days. */
export function dueOf(due: string, today: string): { readonly tone: DueTone; readonly days: number } {
  const days = daysBetween(today, due);
  if (days < 0) return { tone: 'late', days: -days };
  return { tone: days === 0 ? 'today' : days <= SOON_DAYS ? 'soon' : 'later', days };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
