import { stringify } from 'csv-stringify/sync';

const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV that Excel opens with Chinese intact (UTF-8 with BOM), and in which no cell can start a formula. */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return BYTE_ORDER_MARK + stringify([header], LINES) + linesOf(rows);
}

// A lone line feed would start a new row, and with it perhaps a formula.
const LINES = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ } as const;

function linesOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : (cell ?? ''))));
  return stringify(cells, LINES);
}

/** The same for rows that arrive in batches. */
export async function writeCsv(
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly (string | number | null)[])[]>,
): Promise<string> {
  const parts = [csvOf(header, [])];
  for await (const some of rows) parts.push(linesOf(some));
  return parts.join('');
}

/** Excel also accepts the full-width signs, and ignores spaces and invisible characters before them. */
const STARTS_A_FORMULA = /^[\s\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠\u2212]|^[\t\r\n]/u;

function withoutFormula(text: string): string {
  return STARTS_A_FORMULA.test(text) ? `'${text}` : text;
}
