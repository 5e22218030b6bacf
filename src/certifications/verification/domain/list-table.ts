import { cutText, normalizeText } from '../../../platform/texts.js';
import { type HeadMeaning, isHeadOnly, meaningOf } from './list-heads.js';
import type { CellReader } from './number-cells.js';

export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  /** Number of cells with blank ones at its end, if there are any. */
  readonly width?: number;
  /** Indexes of cells that Excel displays with other letters or digits. */
  readonly shownOtherwise?: readonly number[];
}

export interface ListTable {
  /** One or more lines that head the columns; none if the first line is a question. */
  readonly heads: readonly Line[];
  /** Lines above the heads: titles and notes, or questions below which sorting has moved the heads. */
  readonly above: readonly Line[];
  /** Questions, those above the heads among them that have a number of this academy. */
  readonly body: readonly Line[];
}

/** Many sheets have titles and notes above their heads. */
const HEAD_WITHIN = 10;
/** Lines over which heads are spread. */
const MOST_HEADS = 4;

/** Separates the heads of a list from its questions. */
export function tableOf(lines: readonly Line[], reader: CellReader): ListTable {
  const first = lines.slice(0, HEAD_WITHIN).findIndex((line) => isHeadLine(line, reader));
  if (first < 0) return { heads: [], above: [], body: lines };
  let end = first + 1;
  while (end < Math.min(lines.length, first + MOST_HEADS) && goesOn(lines[first]!, lines[end]!, reader)) end += 1;
  const above = lines.slice(0, first);
  const asks = ({ cells }: Line): boolean => cells.some(reader.isNumber);
  return {
    heads: lines.slice(first, end),
    above: above.filter((line) => !asks(line)),
    body: [...above.filter(asks), ...lines.slice(end)],
  };
}

function isHeadLine({ cells }: Line, { isNumber }: CellReader): boolean {
  const known = cells.filter((cell) => meaningOf(cell) !== null);
  if (known.length === 0 || cells.some(isNumber)) return false;
  // One "No" or "Employee" may stand in a question, too.
  return known.some(isHeadOnly) || (known.length > 1 && !cells.some(hasManyDigits));
}

/** Heads may be spread over several lines, the lower ones more precise, or be repeated in another language. */
function goesOn(head: Line, { cells }: Line, { isNumber }: CellReader): boolean {
  if (cells.some(isNumber) || cells.some(hasManyDigits)) return false;
  if (cells.some(isHeadOnly)) return true;
  const isHeadOrBlank = (cell: string): boolean => cell.trim() === '' || meaningOf(cell) !== null;
  const told = head.cells.flatMap((cell, at) =>
    ['certificateNumber', 'name'].includes(meaningOf(cell)?.kind ?? '') ? [at] : [],
  );
  return cells.some((cell) => meaningOf(cell) !== null) && told.every((at) => isHeadOrBlank(cells[at] ?? ''));
}

/** As a number that somebody asks about has, mistyped or not. */
export const hasManyDigits = (cell: string): boolean =>
  (normalizeText(cell.slice(0, 100), 'NFKC').match(/\d/g) ?? []).length >= 5;

/** What is written above a column, the lowest first. */
export const headsOf = ({ heads }: ListTable, at: number): string[] =>
  heads
    .map(({ cells }) => (cells[at] ?? '').trim())
    .filter((head) => head !== '')
    .reverse();

export interface Column {
  readonly at: number;
  /** The lowest, for it is the most precise; `''`: there is none. */
  readonly head: string;
  readonly meaning: HeadMeaning | null;
  /** Filled cells, spread over the whole list. */
  readonly cells: readonly string[];
}

/** Cells that are looked at in each column. */
const MOST_LOOKED_AT = 100;

/** Those that have something in them. */
export function columnsOf(table: ListTable): Column[] {
  const width = table.body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, at) => {
    const [head = ''] = headsOf(table, at);
    return { at, head, meaning: meaningOf(head), cells: spread(table.body, at) };
  }).filter(({ cells }) => cells.length > 0);
}

/** Filled cells of a column, from the whole list. */
export function spread(body: readonly Line[], at: number): string[] {
  const filled = body.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
  const step = Math.max(1, filled.length / MOST_LOOKED_AT);
  return Array.from({ length: Math.min(filled.length, MOST_LOOKED_AT) }, (_, one) => filled[Math.floor(one * step)]!);
}

/** The head of a column as it is shown: its letter, if it has none. */
export const titleOf = ({ at, head }: Pick<Column, 'at' | 'head'>): string => cutText(head, 40) || letterOf(at);

/** As spreadsheets name it: A to Z, then AA. */
export const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
