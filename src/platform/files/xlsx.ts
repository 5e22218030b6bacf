import type { SheetData as SheetWritten } from 'write-excel-file/node';
import { onDemandModule } from './on-demand.js';
import { unzipWithin } from './zip-bounds.js';

const reading = onDemandModule(() => import('read-excel-file/universal'));
const writing = onDemandModule(() => import('write-excel-file/node'));

/** A workbook of 5 MB that unpacks to more than this is not a list of people. */
const BOUNDS = { entries: 500, bytes: 48 * 1024 * 1024 };
const MOST_COLUMNS = 100;

export type Cell = string | number | null;
export type XlsxFault = 'damaged' | 'tooLong' | 'tooWide';

/**
 * The first sheet of a workbook as texts, row by row. It is unpacked within bounds before anything reads it, and a cell
 * further out than the bounds is refused, for a reader would make room for all between.
 * @param mostRows of the sheet, its heads included
 */
export async function readXlsx(bytes: Buffer, mostRows: number): Promise<string[][] | XlsxFault> {
  const entries = unzipWithin(bytes, BOUNDS);
  if (!entries) return 'damaged';
  for (const { name, bytes: content } of entries) {
    const fault = /\.(xml|rels)$/i.test(name) ? outOfBounds(content, mostRows) : null;
    if (fault) return fault;
  }
  try {
    const { readSheet } = await reading();
    const rows = await readSheet(new Uint8Array(bytes).buffer);
    return rows.map((row) => row.map(textOfCell));
  } catch {
    return 'damaged';
  }
}

function outOfBounds(content: Buffer, mostRows: number): XlsxFault | null {
  const xml = content.toString('latin1');
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return 'damaged';
  for (const [, letters = '', digits] of xml.matchAll(/<(?:\w+:)?c\s[^<>]*?\br=["']([A-Za-z]{1,9})(\d{1,9})["']/g)) {
    if (Number(digits) > mostRows) return 'tooLong';
    if (columnOf(letters) > MOST_COLUMNS) return 'tooWide';
  }
  for (const [, digits] of xml.matchAll(/<(?:\w+:)?row\s[^<>]*?\br=["'](\d{1,9})["']/g)) if (Number(digits) > mostRows) return 'tooLong';
  return null;
}

const columnOf = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function textOfCell(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? String(cell) : '';
}

/** A workbook of one sheet: bold heads that stay in sight, texts as texts, so that nothing in it is ever a formula. */
export async function xlsxOf(heads: readonly string[], rows: readonly (readonly Cell[])[], { widths = [] }: { readonly widths?: readonly number[] } = {}): Promise<Buffer> {
  const { default: writeXlsx } = await writing();
  const sheet: SheetWritten = [
    heads.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((cell) => (cell === null ? null : typeof cell === 'number' ? { value: cell, type: Number } : { value: withoutControls(cell), type: String }))),
  ];
  return writeXlsx(sheet, { stickyRowsCount: 1, columns: heads.map((_, at) => ({ width: widths[at] ?? 18 })) }).toBuffer();
}

/** XML has no room for most control characters: a name that holds one must not break the whole file. */
const withoutControls = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').slice(0, 32_000);
