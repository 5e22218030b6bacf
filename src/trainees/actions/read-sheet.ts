import { parse } from 'csv-parse/sync';
import { refuse, type Refusal } from '../../platform/index.js';
import { type Column, columnNamed, type SheetRow } from '../domain/sheet-columns.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';

/** Most rows in one import. */
export const MOST_ROWS = 2000;

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** Heads of columns that are not imported. */
  readonly ignored: readonly string[];
}

/** The rows of a CSV, by what its heads say. Commas, semicolons and tabs part its cells, the one that its first line has most of. */
export function readSheet(text: string): Sheet | Refusal<TraineeRefusalCode> {
  const records = recordsOf(text.replace(/^\uFEFF/, ''));
  if (records === null) return refuse('importUnreadable', {}, 'file');
  const [head, ...body] = records;
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head || (filled.length === 0 && head.cells.length === 0)) return refuse('importEmpty', {}, 'file');
  const columns = head.cells.map(columnNamed);
  if (!columns.includes('name')) return refuse('importLacksName', { heads: head.cells.slice(0, 6).map((cell) => cell.slice(0, 20)).join('、') }, 'file');
  if (filled.length === 0) return refuse('importEmpty', {}, 'file');
  if (filled.length > MOST_ROWS) return refuse('importTooLong', { count: filled.length, most: MOST_ROWS }, 'file');
  return {
    rows: filled.map(({ line, cells }) => ({ line, cells: named(columns, cells) })),
    ignored: head.cells.filter((cell, at) => columns[at] === null && cell.trim() !== ''),
  };
}

function named(columns: readonly (Column | null)[], cells: readonly string[]): SheetRow['cells'] {
  const found: Partial<Record<Column, string>> = {};
  columns.forEach((column, at) => {
    const cell = (cells[at] ?? '').trim();
    if (column !== null && cell !== '') found[column] ??= cell;
  });
  return found;
}

function recordsOf(text: string): { line: number; cells: string[] }[] | null {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', '\t', ';', '\uFF0C'].map((sign) => ({ sign, count: first.split(sign).length })).sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
  try {
    const records = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, info: true }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines - (record.join('').match(/\n/g)?.length ?? 0), cells: record }));
  } catch {
    return null;
  }
}
