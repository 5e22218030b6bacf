import { stringify } from 'csv-stringify/sync';

const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV that Excel opens with Chinese intact (UTF-8 with a mark) and that starts no formula, whatever people typed. */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return BYTE_ORDER_MARK + stringify([header], LINES) + linesOf(rows);
}

// A lone line feed, too, would otherwise begin a row, and with it perhaps a formula.
const LINES = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ } as const;

function linesOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : (cell ?? ''))));
  return stringify(cells, LINES);
}

/** The same from rows that come some at a time. */
export async function writeCsv(
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly (string | number | null)[])[]>,
): Promise<string> {
  const parts = [csvOf(header, [])];
  for await (const some of rows) parts.push(linesOf(some));
  return parts.join('');
}

/** Excel takes the full-width forms for signs too, and passes over spaces and invisible characters before one. */
const STARTS_A_FORMULA = /^[\s\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠\u2212]|^[\t\r\n]/u;

function withoutFormula(text: string): string {
  return STARTS_A_FORMULA.test(text) ? `'${text}` : text;
}
