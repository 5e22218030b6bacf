import { refuse, type Refusal } from '../../platform/refusals.js';
import type { TableRow } from '../../platform/index.js';
import type { TraineeRefusalCode } from './refusals.js';
import { type Column, columnNamed, type SheetRow } from './sheet-columns.js';

/** Maximum rows of one import. */
export const MOST_ROWS = 2000;
/** Characters of a heading that are compared. */
const LONGEST_HEAD = 100;

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** Headings of columns that are not imported. */
  readonly ignored: readonly string[];
}

/** The people in the rows of a table, by its headings. */
export function sheetFrom([head, ...body]: readonly TableRow[]): Sheet | Refusal<TraineeRefusalCode> {
  if (!head) return refuse('importEmpty', {}, 'file');
  const header = head.cells.map((cell) => cell.slice(0, LONGEST_HEAD));
  const columns = header.map(columnNamed);
  if (!columns.includes('name'))
    return refuse(
      'importLacksName',
      {
        heads: header
          .slice(0, 6)
          .map((cell) => cell.slice(0, 20))
          .join('、'),
      },
      'file',
    );
  if (body.length === 0) return refuse('importEmpty', {}, 'file');
  if (body.length > MOST_ROWS) return refuse('importTooLong', { count: body.length, most: MOST_ROWS }, 'file');
  return {
    rows: body.map(({ line, cells }) => ({ line, cells: named(columns, cells) })),
    ignored: header.filter((cell, at) => columns[at] === null && cell.trim() !== ''),
  };
}

function named(columns: readonly (Column | null)[], cells: readonly string[]): SheetRow['cells'] {
  const row: Partial<Record<Column, string>> = {};
  columns.forEach((column, at) => {
    const cell = (cells[at] ?? '').trim();
    if (column !== null && cell !== '') row[column] ??= cell;
  });
  return row;
}
