import { parse } from 'csv-parse/sync';
import { readXlsx } from './xlsx.js';

export interface TableRow {
  /** The line in the file, as people count: the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a file cannot be read as a table. */
export type TableFault = 'empty' | 'oldWorkbook' | 'notATable' | 'unreadable' | 'damaged' | 'tooLong' | 'tooWide';

export interface TableRead {
  readonly rows: readonly TableRow[];
  readonly format: 'XLSX' | 'UTF-8' | 'UTF-16' | 'GB18030';
}

/**
 * The rows of a workbook or CSV that somebody sent, judged by its bytes and never by its name: XLSX, or text in UTF-8,
 * UTF-16 or the GBK of Chinese Windows, parted by commas, tabs or semicolons. Rows without any text are left out.
 * @param mostRows that a file may have in all
 */
export async function readTable(bytes: Buffer, mostRows: number): Promise<TableRead | TableFault> {
  if (bytes.length === 0) return 'empty';
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'oldWorkbook';
  if (begins(bytes, [0x50, 0x4b])) return fromWorkbook(bytes, mostRows);
  const text = textOfFile(bytes);
  return typeof text === 'string' ? text : fromText(text, mostRows);
}

async function fromWorkbook(bytes: Buffer, mostRows: number): Promise<TableRead | TableFault> {
  const rows = await readXlsx(bytes, mostRows);
  if (typeof rows === 'string') return rows;
  return { rows: filled(rows.map((cells, at) => ({ line: at + 1, cells }))), format: 'XLSX' };
}

interface FileText {
  readonly text: string;
  readonly format: TableRead['format'];
}

function textOfFile(bytes: Buffer): FileText | TableFault {
  if (begins(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le', 'UTF-16') ?? 'unreadable';
  if (begins(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be', 'UTF-16') ?? 'unreadable';
  if (bytes.includes(0) || begins(bytes, [0x25, 0x50, 0x44, 0x46])) return 'notATable';
  return decoded(bytes, 'utf-8', 'UTF-8') ?? decoded(bytes, 'gb18030', 'GB18030') ?? 'unreadable';
}

function decoded(bytes: Buffer, label: string, format: TableRead['format']): FileText | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return /[\p{Cc}\uFFFD]/u.test(text.replace(/[\t\r\n]/g, '')) ? null : { text: text.replace(/^\uFEFF/, ''), format };
  } catch {
    return null;
  }
}

function fromText({ text, format }: FileText, mostRows: number): TableRead | TableFault {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', '\t', ';', '\uFF0C'].map((sign) => ({ sign, count: first.split(sign).length })).sort((one, other) => other.count - one.count)[0]?.sign ?? ',';
  try {
    const records = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, info: true, to: mostRows + 1 }) as unknown as { record: string[]; info: { lines: number } }[];
    if (records.length > mostRows) return 'tooLong';
    return { rows: filled(records.map(({ record, info }) => ({ line: info.lines - (record.join('').match(/\n/g)?.length ?? 0), cells: record }))), format };
  } catch {
    return 'unreadable';
  }
}

const filled = (rows: readonly TableRow[]): TableRow[] => rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));

function begins(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
