import { stringify } from 'csv-stringify/sync';

const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV that Excel opens with Chinese intact (UTF-8 with a mark) and that starts no formula, whatever people typed. */
export function csvOf(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : (cell ?? ''))));
  return BYTE_ORDER_MARK + stringify([heads, ...cells] as unknown[][], { record_delimiter: '\r\n' });
}

function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
