import { type Refusal, refuse } from '../../../platform/refusals.js';
import type { ChosenColumns } from './column-choice.js';
import { isHeadOnly, meaningOf } from './list-heads.js';
import type { ListRefusalCode } from './list-refusals.js';
import { columnsOf, isHeadLine, letterOf, type Line, type ListTable, titleOf } from './list-table.js';
import type { CellReader } from './number-cells.js';

interface Places {
  readonly table: ListTable;
  readonly columns: ChosenColumns;
  readonly reader: CellReader;
  /** A text file: a comma that is not quoted moves the cells behind it. */
  readonly isText: boolean;
}

/** The columns fit the first lines: refuses a list with lines whose numbers or names are plainly somewhere else. */
export function faultOfPlaces(body: readonly Line[], places: Places): Refusal<ListRefusalCode> | null {
  const { table, columns, reader, isText } = places;
  const heads = body.find((line) => isOtherHead(line, columns, reader));
  if (heads) return refuse('listHasMoreHeads', { line: heads.line }, 'file');
  const width = widthOf(table);
  const tooLong = isText ? body.find(({ cells }) => cells.length > width) : undefined;
  if (tooLong) return refuse('listRowTooLong', { line: tooLong.line }, 'file');
  for (const { line, cells } of body) {
    if (reader.isNumber(cells[columns.number.at] ?? '')) continue;
    const at = cells.findIndex(reader.isNumber);
    if (at >= 0)
      return refuse('listNumberElsewhere', { line, found: letterOf(at), column: titleOf(columns.number) }, 'file');
  }
  return null;
}

/** Heads of the columns in other places, or of other columns; the same heads again were left out. */
function isOtherHead(line: Line, { number, name }: ChosenColumns, reader: CellReader): boolean {
  const both = [number, name].map(({ at }) => line.cells[at] ?? '');
  return both.some((cell) => meaningOf(cell) !== null) && both.some(isHeadOnly) && isHeadLine(line, reader);
}

const widthOf = ({ heads, body }: ListTable): number =>
  Math.max(...(heads.length > 0 ? heads : body.slice(0, 1)).map(({ cells }) => cells.length));

/** Titles of columns besides the chosen one that hold numbers of this academy, such as those of former certificates. */
export const moreNumbers = (table: ListTable, { number }: ChosenColumns, { isNumber }: CellReader): string[] =>
  columnsOf(table)
    .filter(({ at, cells }) => at !== number.at && cells.some(isNumber))
    .map(titleOf);
