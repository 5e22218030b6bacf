import { Refusal, refuse } from '../../../platform/refusals.js';
import { normalizeText } from '../../../platform/texts.js';
import type { NumberPattern } from '../../core/domain/index.js';
import { chooseColumns } from './column-choice.js';
import { isHeadOnly } from './list-heads.js';
import { headsOf, type Line, tableOf, titleOf } from './list-table.js';
import { cellReader } from './number-cells.js';
import type { VerificationRefusalCode } from './refusals.js';
import { isReordered, LONGEST_QUESTION, MOST_LIST_ROWS, type QuestionRow, wellFormed } from './verification-list.js';

export interface SubmittedList {
  readonly rows: readonly QuestionRow[];
  /** Headers of the two columns that were used. */
  readonly columns: { readonly number: string; readonly name: string };
}

/** UTF-16 units of a cell that are read. A longer cell is cut, but never to less than this. */
export const LONGEST_CELL = 400;

/**
 * Finds the columns of numbers and names by their heads and by what is in them, then reads the rows.
 * @param patterns every pattern that the academy's numbers have had
 */
export function readSubmittedList(
  lines: readonly Line[],
  patterns: readonly NumberPattern[],
): SubmittedList | Refusal<VerificationRefusalCode> {
  const reader = cellReader(patterns);
  const table = tableOf(lines, reader);
  if (table.body.length === 0) return refuse('listEmpty', {}, 'file');
  const columns = chooseColumns(table, lines, reader);
  if (columns instanceof Refusal) return columns;
  const both = [columns.number.at, columns.name.at] as const;
  // Sheets made for printing repeat their heads.
  const heads = both.map((at) => new Set(headsOf(table, at).filter(isHeadOnly)));
  const body = table.body.filter(({ cells }) => !both.some((at, one) => heads[one]?.has((cells[at] ?? '').trim())));
  const lineWith = (fault: (cell: string) => boolean): Line | undefined =>
    body.find(({ cells }) => both.some((at) => fault(cells[at] ?? '')));
  const tooLong = lineWith(isTooLong);
  if (tooLong) return refuse('listCellTooLong', { line: tooLong.line, most: LONGEST_QUESTION }, 'file');
  const reordered = lineWith(isReordered);
  if (reordered) return refuse('listCellReordered', { line: reordered.line }, 'file');
  const rows = body
    .map(({ line, cells }) => {
      const [number, name] = both.map((at) => wellFormed(trimmed(cells[at])));
      return { line, number: number ?? '', name: name ?? '' };
    })
    .filter(({ number, name }) => number !== '' || name !== '');
  if (rows.length === 0) return refuse('listEmpty', {}, 'file');
  if (rows.length > MOST_LIST_ROWS) return refuse('listTooLong', { count: rows.length, most: MOST_LIST_ROWS }, 'file');
  return { rows, columns: { number: titleOf(columns.number), name: titleOf(columns.name) } };
}

const trimmed = (cell = ''): string => normalizeText(cell, 'NFC').trim();

/** Also if it may have been cut: white space at its end may have hidden the rest. */
const isTooLong = (cell: string): boolean =>
  // The reader never splits a pair of surrogates.
  cell.length >= LONGEST_CELL - 1 || [...trimmed(cell)].length > LONGEST_QUESTION;
