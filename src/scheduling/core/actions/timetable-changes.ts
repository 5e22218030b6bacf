import type { Transaction } from '../../../platform/index.js';
import type { JudgedChange } from '../domain/change-set.js';

/** Injection token for `TimetableChanges`, which `notifications` implements. */
export const TIMETABLE_CHANGES = Symbol('TimetableChanges');

/** Receives every change of the timetable, in its transaction. */
export interface TimetableChanges {
  /** Returns the number of people affected. */
  execute(tx: Transaction, judged: readonly JudgedChange[]): Promise<number>;
}
