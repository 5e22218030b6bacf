import type { Block } from './timetable-blocks.js';
import type { DayHeader } from './timetable-days.js';

/** A printable week of a room or an instructor. */
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
  readonly days: readonly (DayHeader & { readonly sessions: readonly Block[] })[];
}
