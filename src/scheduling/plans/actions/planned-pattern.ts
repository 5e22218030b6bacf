import type { Transaction } from '../../../platform/index.js';

/** The token under which `patterns` brings its `PlannedPattern`. */
export const PLANNED_PATTERN = Symbol('PlannedPattern');

export interface PlannedPattern {
  /** Keeps a pattern as a published plan has laid it out: from `startDate` on. A pattern that is gone is left alone. */
  execute(tx: Transaction, pattern: { readonly id: string; readonly startDate: string }): Promise<void>;
}
