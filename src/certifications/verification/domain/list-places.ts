import { type Refusal, refuse } from '../../../platform/refusals.js';
import { cutText } from '../../../platform/texts.js';
import type { ChosenColumns } from './column-choice.js';
import { isHeadOnly } from './list-heads.js';
import type { ListRefusalCode } from './list-refusals.js';
import { columnsOf, headsOf, letterOf, type Line, type ListTable, titleOf } from './list-table.js';
import type { CellReader } from './number-cells.js';

interface Places {
  readonly table: ListTable;
  readonly columns: ChosenColumns;
  readonly reader: CellReader;
  /** A text file: a comma that is not quoted moves the cells behind it. */
  readonly isText: boolean;
}

/** Refuses a list with lines whose number or name plainly stands in another column than was chosen. */
export function faultOfPlaces(body: readonly Line[], places: Places): Refusal<ListRefusalCode> | null {
  const { table, columns, reader, isText } = places;
  const heads = body.find((line) => isOtherHead(line, columns, reader));
  if (heads) return refuse('listHasMoreHeads', { line: heads.line }, 'file');
  const width = widthOf(table);
  const tooLong = isText ? body.find(({ cells }) => cells.length > width) : undefined;
  if (tooLong) return refuse('listRowTooLong', { line: tooLong.line }, 'file');
  const isElsewhere = elsewhere(table, columns, reader);
  for (const { line, cells } of body) {
    if (reader.isNumber(cells[columns.number.at] ?? '')) continue;
    const at = cells.findIndex(isElsewhere);
    if (at >= 0)
      return refuse('listNumberElsewhere', { line, found: letterOf(at), column: titleOf(columns.number) }, 'file');
  }
  return null;
}

/** A number of more digits than a spreadsheet keeps. */
const ROUNDED = /^[+-]?\d(?:[.,]\d+)?E\+\d{2,}$/i;

/**
 * Refuses a list with a line whose number or name a spreadsheet stores as another than it shows: the answer would be
 * about one that nobody asked for. The line of a total, such as `共5人`, asks nothing: it is shown as doubtful.
 */
export function faultOfStoring(
  body: readonly Line[],
  { number, name }: ChosenColumns,
  { isKnownNumber }: CellReader,
): Refusal<ListRefusalCode> | null {
  for (const { line, cells, shownOtherwise = [] } of body) {
    const [found, named] = [number, name].map(({ at }) => (cells[at] ?? '').trim()) as [string, string];
    if (ROUNDED.test(found)) return refuse('listNumberRounded', { line, column: titleOf(number), found }, 'file');
    if ([found, named].some((cell) => cell === '' || TOTAL.test(cell)) && !isKnownNumber(found)) continue;
    const formatted = [number, name].find(({ at }) => shownOtherwise.includes(at));
    if (formatted) {
      const data = { line, column: titleOf(formatted), found: cutText(formatted === number ? found : named, 40) };
      return refuse('listCellFormatted', data, 'file');
    }
  }
  return null;
}

/** What stands beside a total. */
const TOTAL = /^(?:[合总總共小]计|[合總共小]計|人数|人數|total|sum)[:：]?$/iu;

/** Heads again, other ones or in other places; lines that only repeat the heads were left out. */
function isOtherHead({ cells }: Line, { number, name }: ChosenColumns, { isNumber }: CellReader): boolean {
  return [number, name].some(({ at }) => isHeadOnly(cells[at] ?? '')) && !cells.some(isNumber);
}

const widthOf = ({ heads, body }: ListTable): number =>
  Math.max(...(heads.length > 0 ? heads : body.slice(0, 1)).map(({ cells, width }) => width ?? cells.length));

/** Columns of numbers besides the chosen one, such as those of former certificates, may hold some. */
function elsewhere(table: ListTable, { number, name }: ChosenColumns, { isNumber }: CellReader) {
  const isOfNumbers = (at: number): boolean => at !== name.at && headsOf(table, at).some((head) => NUMBERS.test(head));
  return (cell: string, at: number): boolean => at !== number.at && isNumber(cell) && !isOfNumbers(at);
}

const NUMBERS = /证书|證書|编号|編號|号码|certificate|credential|number/i;

/** Titles of columns besides the chosen one that hold numbers of this academy. */
export const moreNumbers = (table: ListTable, { number }: ChosenColumns, { isNumber }: CellReader): string[] =>
  columnsOf(table)
    .filter(({ at }) => at !== number.at && table.body.some(({ cells }) => isNumber(cells[at] ?? '')))
    .map(titleOf);
