import type { Transaction } from '../../../platform/index.js';
import type { JudgedChange } from '../domain/change-set.js';

/** The token under which `notifications` brings its `TimetableChanges`. */
export const TIMETABLE_CHANGES = Symbol('TimetableChanges');

/** Hears of every change to the timetable, in its transaction. */
export interface TimetableChanges {
  /** Answers how many people the changes concern. */
  execute(tx: Transaction, judged: readonly JudgedChange[]): Promise<number>;
}
