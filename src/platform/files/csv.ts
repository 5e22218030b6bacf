import { stringify } from 'csv-stringify/sync';
import { withoutFormula } from './tables/formulas.js';

const BYTE_ORDER_MARK = '\uFEFF';

type CsvCell = string | number | null;

/** A CSV that Excel opens with Chinese intact (UTF-8 with BOM), and in which no cell can start a formula. */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + linesOf([header, ...rows]);
}

/** The same for rows that arrive in parts. Yields the header with the first of them, so that none is made in vain. */
export async function* csvParts(
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly CsvCell[])[]>,
): AsyncGenerator<string> {
  let before = csvOf(header, []);
  for await (const some of rows) {
    yield before + linesOf(some);
    before = '';
  }
  if (before !== '') yield before;
}

// A lone line end would start a new row, and with it perhaps a formula.
const LINES = { record_delimiter: '\r\n', quoted_match: /[\r\n\v\f\u0085\u2028\u2029]/ } as const;

function linesOf(rows: readonly (readonly CsvCell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : (cell ?? ''))));
  return stringify(cells, LINES);
}
