import { Refusal, refuse } from '../../../platform/refusals.js';
import { normalizeText } from '../../../platform/texts.js';
import { type ChosenColumns, chooseColumns, isQuestion } from './column-choice.js';
import { isHeadOnly } from './list-heads.js';
import { faultOfPlaces, faultOfStoring, moreNumbers } from './list-places.js';
import { doubtsOf } from './list-doubts.js';
import { headsOf, type Line, type ListTable, tableOf, titleOf } from './list-table.js';
import { mayBeName } from './name-cells.js';
import type { CellReader } from './number-cells.js';
import type { VerificationRefusalCode } from './refusals.js';
import {
  isReordered,
  LONGEST_QUESTION,
  MOST_LIST_ROWS,
  type QuestionRow,
  type ReadColumns,
  wellFormed,
} from './verification-list.js';

export interface SubmittedList {
  readonly rows: readonly QuestionRow[];
  readonly columns: ReadColumns;
}

interface ListSource {
  /** A text file: a comma that is not quoted moves the cells behind it. */
  readonly isText?: boolean;
  /** Names of other sheets with content. */
  readonly otherSheets?: readonly string[];
}

/** UTF-16 units of a cell that are read. A longer cell is cut, but never to less than this. */
export const LONGEST_CELL = 400;

/** Finds the columns of numbers and names by their heads and by what is in them, then reads the rows. */
export function readSubmittedList(
  lines: readonly Line[],
  reader: CellReader,
  { isText = false, otherSheets = [] }: ListSource = {},
): SubmittedList | Refusal<VerificationRefusalCode> {
  const table = tableOf(lines, reader);
  if (table.body.length === 0) return refuse('listEmpty', {}, 'file');
  const columns = chooseColumns(table, lines, reader);
  if (columns instanceof Refusal) return columns;
  const both = [columns.number.at, columns.name.at] as const;
  // Sheets made for printing repeat their heads.
  const heads = both.map((at) => new Set(headsOf(table, at)));
  const isHead = ({ cells }: Line): boolean => {
    const two = both.map((at) => (cells[at] ?? '').trim());
    return two.some(isHeadOnly) && two.every((cell, one) => cell === '' || heads[one]?.has(cell));
  };
  const asked = [...questionsAbove(table, columns, reader), ...table.body].sort((one, other) => one.line - other.line);
  const body = asked.filter((line) => !isHead(line));
  const misplaced = faultOfPlaces(body, { table, columns, isText, reader });
  if (misplaced) return misplaced;
  const lineWith = (fault: (cell: string) => boolean): Line | undefined =>
    body.find(({ cells }) => both.some((at) => fault(cells[at] ?? '')));
  const tooLong = lineWith(isTooLong);
  if (tooLong) return refuse('listCellTooLong', { line: tooLong.line, most: LONGEST_QUESTION }, 'file');
  const reordered = lineWith(isReordered);
  if (reordered) return refuse('listCellReordered', { line: reordered.line }, 'file');
  const stored = faultOfStoring(body, columns, reader);
  if (stored) return stored;
  const rows = body
    .map(({ line, cells }) => {
      const [number, name] = both.map((at) => wellFormed(trimmed(cells[at])));
      return { line, number: number ?? '', name: name ?? '' };
    })
    .filter(({ number, name }) => number !== '' || name !== '');
  if (rows.length === 0) return refuse('listEmpty', {}, 'file');
  if (rows.length > MOST_LIST_ROWS) return refuse('listTooLong', { count: rows.length, most: MOST_LIST_ROWS }, 'file');
  return {
    rows,
    columns: {
      ...titlesOf(columns),
      notRead: { sheets: otherSheets, columns: moreNumbers(table, columns, reader) },
      doubts: doubtsOf(rows, reader),
    },
  };
}

const titlesOf = ({ number, name }: ChosenColumns) => ({ number: titleOf(number), name: titleOf(name) });

/**
 * Lines above the heads that are questions, too, though they have no number of this academy: mistyped ones, and if
 * sorting has moved the heads, those with other bodies' numbers.
 */
function questionsAbove(
  { above, body, heads }: ListTable,
  { number, name }: ChosenColumns,
  { isNearlyNumber, isPersonal }: CellReader,
): readonly Line[] {
  const numberOf = ({ cells }: Line): string => cells[number.at] ?? '';
  const isMistyped = (line: Line): boolean => isQuestion(numberOf(line)) && isNearlyNumber(numberOf(line));
  const isSorted = above.some(isMistyped) || body.some(({ line }) => line < (heads[0]?.line ?? 0));
  const isOther = (line: Line): boolean =>
    isQuestion(numberOf(line)) || (/\d/.test(numberOf(line)) && mayBeName(line.cells[name.at] ?? ''));
  return above.filter((line) => isMistyped(line) || (isSorted && isOther(line) && !isPersonal(numberOf(line))));
}

const trimmed = (cell = ''): string => normalizeText(cell, 'NFC').trim();

/** Also if it may have been cut: white space at its end may have hidden the rest. */
const isTooLong = (cell: string): boolean =>
  // The reader never splits a pair of surrogates.
  cell.length >= LONGEST_CELL - 1 || [...trimmed(cell)].length > LONGEST_QUESTION;
