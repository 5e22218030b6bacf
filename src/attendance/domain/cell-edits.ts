import { fingerprint } from '../../platform/ids.js';
import type { Mark } from './marks.js';

/**
 * What becomes of a cell that was sent: it was not changed on the page or holds that value already, it is written, or
 * somebody else has changed it since the page was made.
 */
export type CellEdit = 'none' | 'write' | 'conflict';

/** @param shown what the page showed; `null`: nothing, or not known */
export function cellEdit<Value>(sent: Value, shown: Value | null, now: Value | null): CellEdit {
  if (sent === shown || sent === now) return 'none';
  return now === null || now === shown ? 'write' : 'conflict';
}

/** A line of the register, filled in. */
export interface LineEntry {
  readonly mark: Mark;
  readonly reason: string | null;
}

/** What a page showed of a marked line, short enough for a form with many lines. */
export interface ShownLine {
  readonly mark: Mark;
  /** The beginning of the reason's fingerprint; `null`: no reason. */
  readonly reasonPrint: string | null;
}

export const reasonPrint = (reason: string | null): string | null =>
  reason === null ? null : fingerprint(reason).slice(0, 16);

/** A reason is recorded only of those who are away. */
export const recordedReason = ({ mark, reason }: LineEntry): string | null =>
  mark === 'excused' || mark === 'absent' ? reason : null;

/**
 * Mark and reason of a line are one cell. Who gave the mark that stands now, and left the reason as the page showed it,
 * changes nothing: the reason that somebody else added stays.
 */
export function lineEdit(sent: LineEntry, shown: ShownLine | null, now: LineEntry | null): CellEdit {
  const reason = reasonPrint(recordedReason(sent));
  if (sent.mark === now?.mark && reason === (shown?.reasonPrint ?? null)) return 'none';
  return cellEdit(
    cellText(sent.mark, reason),
    shown && cellText(shown.mark, shown.reasonPrint),
    now && cellText(now.mark, reasonPrint(now.reason)),
  );
}

const cellText = (mark: Mark, print: string | null): string => `${mark} ${print ?? ''}`;
