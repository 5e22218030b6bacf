import type { Block } from './timetable-blocks.js';
import type { DayHead } from './timetable-days.js';

/** A week of one room or one instructor, on paper. */
export interface SheetPage {
  readonly subjectKind: 'room' | 'instructor';
  readonly name: string;
  readonly sub: string | null;
  readonly monday: string;
  readonly sunday: string;
  /** Epoch milliseconds. */
  readonly printedAt: number;
  readonly backHref: string;
  readonly earlier: string;
  readonly later: string;
  readonly current: string;
  readonly count: number;
  readonly total: string;
  readonly unpublished: string | null;
  readonly days: readonly (DayHead & { readonly sessions: readonly Block[] })[];
}
