import type { Transaction } from '../../../platform/index.js';

/** Injection token for `PlannedPattern`, which `patterns` implements. */
export const PLANNED_PATTERN = Symbol('PlannedPattern');

export interface PlannedPattern {
  /** Stores the start date with which a published plan re-applied the pattern. Ignores a deleted pattern. */
  execute(tx: Transaction, pattern: { readonly id: string; readonly startDate: string }): Promise<void>;
}
