import { mayBeName } from './name-cells.js';
import { isComparable } from './name-matching.js';
import type { CellReader } from './number-cells.js';
import type { ListDoubts, QuestionRow, SomeRows } from './verification-list.js';

/** Rows of each kind that are shown. */
const EXAMPLES = 5;

/** Rows that may have been read wrongly: whoever knows the list sees it at once. */
export function doubtsOf(rows: readonly QuestionRow[], { isKnownNumber }: CellReader): ListDoubts {
  const isIncomplete = ({ number, name }: QuestionRow): boolean => number === '' || name === '';
  const isUsual = ({ number, name }: QuestionRow): boolean =>
    isKnownNumber(number) && mayBeName(name) && isComparable(name);
  return {
    incomplete: someOf(rows.filter(isIncomplete)),
    unusual: someOf(rows.filter((row) => !isIncomplete(row) && !isUsual(row))),
  };
}

/** Examples from the whole list. */
function someOf(rows: readonly QuestionRow[]): SomeRows {
  const step = Math.max(1, rows.length / EXAMPLES);
  const some = Array.from({ length: Math.min(EXAMPLES, rows.length) }, (_, at) => rows[Math.floor(at * step)]!);
  return { count: rows.length, rows: some };
}
