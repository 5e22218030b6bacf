import type { DataFolder } from './data-folder.js';

/** One row of the table; a column without a value is `null`. */
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
 * A measurement on the demo academy, which all scenes share and none changes: one that writes uses `demo.copy()`.
 * Servers run in separate processes; whoever starts one must stop it.
 */
export type Scene = (demo: DataFolder) => Promise<Row[]>;

/** A row whose other columns are empty by default. */
export function row(what: string, measured: string, beside: Partial<Row> = {}): Row {
  return { p50: null, p99: null, bare: null, ratio: null, ...beside, what, measured };
}
