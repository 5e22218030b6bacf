import type { DataFolder } from './data-folder.js';

/** One line of the table; a column that says nothing of this line is `null`. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Milliseconds within which half, and 99 of 100, were answered. */
  readonly p50: number | null;
  readonly p99: number | null;
  readonly bare: string | null;
  readonly ratio: number | null;
}

/**
 * Something to measure on the demo academy, which every scene reads and none changes: one that writes does so
 * in `demo.copy()`. Servers run as processes of their own; whoever starts one stops it.
 */
export type Scene = (demo: DataFolder) => Promise<Row[]>;

/** A line with nothing beside it. */
export function row(what: string, measured: string, beside: Partial<Row> = {}): Row {
  return { p50: null, p99: null, bare: null, ratio: null, ...beside, what, measured };
}
