import { mayBeName } from './name-cells.js';
import { cellReader, type NumberShape } from './number-cells.js';
import type { QuestionRow } from './verification-list.js';

/** Rows that may have been read wrongly: whoever knows the list sees it at once. */
export interface ListDoubts {
  /** Number of rows without number or name. */
  readonly incomplete: number;
  /** Other rows that have no number as this academy writes them, or no name. */
  readonly unusual: { readonly count: number; readonly rows: readonly QuestionRow[] };
}

/** @param most rows that are shown as examples, from the whole list */
export function doubtsOf(rows: readonly QuestionRow[], shapes: readonly NumberShape[], most: number): ListDoubts {
  const { isNumber } = cellReader(shapes);
  const isIncomplete = ({ number, name }: QuestionRow): boolean => number === '' || name === '';
  const unusual = rows.filter((row) => !isIncomplete(row) && !(isNumber(row.number) && mayBeName(row.name)));
  const step = Math.max(1, unusual.length / most);
  const examples = Array.from({ length: Math.min(most, unusual.length) }, (_, at) => unusual[Math.floor(at * step)]!);
  return { incomplete: rows.filter(isIncomplete).length, unusual: { count: unusual.length, rows: examples } };
}
