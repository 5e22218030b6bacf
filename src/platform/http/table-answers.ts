import { csvOf, writeCsv } from '../files/csv.js';
import { writeXlsx } from '../files/write-xlsx.js';
import { type Cell, xlsxOf } from '../files/xlsx.js';
import { FileAnswer } from './answers.js';
import { TooMany } from './faults.js';

export interface TableFile {
  /** Without its extension. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Seconds after which to retry while too many files are waiting. */
const RETRY = 20;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function csvAnswer({ name, heads, rows }: TableFile): FileAnswer {
  return new FileAnswer(csvOf(heads, rows), 'text/csv; charset=utf-8', { name: `${name}.csv` });
}

/** @param widths of the columns, in characters */
export async function xlsxAnswer({ name, heads, rows }: TableFile, widths: readonly number[]): Promise<FileAnswer> {
  return new FileAnswer(await xlsxOf(heads, rows, { widths }), XLSX, { name: `${name}.xlsx` });
}

/** A table of any length: rows are streamed, and other requests are answered meanwhile. */
export interface LongTable extends Omit<TableFile, 'rows'> {
  readonly rows: AsyncIterable<TableFile['rows']>;
}

export async function longCsvAnswer({ name, heads, rows }: LongTable): Promise<FileAnswer> {
  return new FileAnswer(await writeCsv(heads, rows), 'text/csv; charset=utf-8', { name: `${name}.csv` });
}

/**
 * @param widths of the columns, in characters
 * @throws TooMany if too many others are waiting
 */
export async function longXlsxAnswer({ name, heads, rows }: LongTable, widths: readonly number[]): Promise<FileAnswer> {
  const file = await writeXlsx(heads, rows, widths);
  if (file === null) throw new TooMany(RETRY);
  return new FileAnswer(file, XLSX, { name: `${name}.xlsx` });
}
