import { csvOf } from '../files/csv.js';
import { type Cell, xlsxOf } from '../files/xlsx.js';
import { FileAnswer } from './answers.js';

export interface TableToKeep {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function csvAnswer({ name, heads, rows }: TableToKeep): FileAnswer {
  return new FileAnswer(csvOf(heads, rows), 'text/csv; charset=utf-8', { name: `${name}.csv` });
}

/** @param widths of the columns, in characters */
export async function xlsxAnswer({ name, heads, rows }: TableToKeep, widths: readonly number[]): Promise<FileAnswer> {
  return new FileAnswer(await xlsxOf(heads, rows, { widths }), XLSX, { name: `${name}.xlsx` });
}
