import { csvOf } from '../files/csv.js';
import { type Cell, xlsxOf } from '../files/xlsx.js';
import { FileAnswer, type Page } from './answers.js';

export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows of a table, in order. */
export type TableRows = readonly (readonly Cell[])[];

/** A form to fill in: a table without rows. */
export interface BlankTable {
  /** Without its extension. */
  readonly name: string;
  readonly heads: readonly string[];
}

export interface Table extends BlankTable {
  /**
   * Starts to read the rows, in parts of at most a few hundred. Everything that costs time belongs here: it is called
   * once it is this download's turn, and not for HEAD. Whoever sends the table yields to requests between parts.
   */
  readonly rows: () => AsyncIterable<TableRows>;
  /**
   * For rows that are right only together: all are read before the first is sent. Returns what to answer instead if
   * reading them fails, or throws the fault again.
   */
  readonly instead?: (fault: unknown) => Promise<Page>;
}

/** A table to download, whatever its length. `TableSender` reads and sends it. */
export class TableAnswer {
  constructor(
    readonly format: 'csv' | 'xlsx',
    readonly table: Table,
    /** Of the columns, in characters; only in workbooks. */
    readonly widths: readonly number[] = [],
  ) {}
}

export function csvTable(table: Table): TableAnswer {
  return new TableAnswer('csv', table);
}

/** @param widths of the columns, in characters */
export function xlsxTable(table: Table, widths: readonly number[]): TableAnswer {
  return new TableAnswer('xlsx', table, widths);
}

/** Lines in one part. */
const PART = 200;

/** Rows of lines that one query reads. */
export async function* rowsOf<Line>(
  read: () => Promise<readonly Line[]>,
  cells: (line: Line) => readonly Cell[],
): AsyncGenerator<TableRows> {
  const lines = await read();
  for (let from = 0; from < lines.length; from += PART) yield lines.slice(from, from + PART).map(cells);
}

export function blankCsv({ name, heads }: BlankTable): FileAnswer {
  return new FileAnswer(csvOf(heads, []), CSV, { name: `${name}.csv` });
}

/** @param widths of the columns, in characters */
export async function blankXlsx({ name, heads }: BlankTable, widths: readonly number[]): Promise<FileAnswer> {
  return new FileAnswer(await xlsxOf(heads, [], { widths }), XLSX, { name: `${name}.xlsx` });
}
