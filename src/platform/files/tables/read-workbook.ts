import { type SheetContext, SheetReader } from './sheet-reader.js';
import { LONGEST_CELL, ReadingStopped, TableCount, type TableRead, type TableReading, type TableRow } from './table.js';
import { type SheetPart, WorkbookParts } from './workbook-parts.js';

/**
 * The first visible sheet with content and, on request, those behind it.
 * @throws ReadingStopped
 */
export async function readWorkbook(
  bytes: Buffer,
  { mostRows, longestCell = LONGEST_CELL, otherSheets = 0 }: TableReading,
): Promise<TableRead> {
  const parts = WorkbookParts.open(bytes);
  const all = await parts.sheets();
  if (all.length === 0) throw new ReadingStopped('damaged');
  const context = {
    strings: await parts.strings(longestCell),
    kinds: await parts.kinds(),
    from1904: parts.from1904,
    longestCell,
  };
  const [count, othersCount] = [new TableCount(mostRows), new TableCount(mostRows)];
  const visible = all.filter((one) => one.visible);
  for (const [at, sheet] of visible.entries()) {
    const rows = await rowsOf(parts, sheet, { context, count });
    if (rows.length === 0) continue;
    const extent = extentOf(parts);
    const others = visible.slice(at + 1, at + 1 + otherSheets);
    return { rows, format: 'XLSX', ...extent, others: await readable(parts, others, { context, count: othersCount }) };
  }
  return { rows: [], format: 'XLSX', ...extentOf(parts), others: [] };
}

const extentOf = ({ work }: WorkbookParts): Pick<TableRead, 'isExtensive'> =>
  work.isExtensive ? { isExtensive: true } : {};

interface SheetReading {
  readonly context: SheetContext;
  readonly count: TableCount;
}

async function rowsOf(parts: WorkbookParts, { part }: SheetPart, reading: SheetReading): Promise<TableRow[]> {
  const reader = new SheetReader(reading.context, reading.count, parts.work);
  await parts.read(part, reader);
  return reader.rows();
}

/** The rows of those sheets that have content and exceed no limit. */
async function readable(
  parts: WorkbookParts,
  sheets: readonly SheetPart[],
  reading: SheetReading,
): Promise<TableRow[][]> {
  const found: TableRow[][] = [];
  for (const sheet of sheets)
    try {
      const rows = await rowsOf(parts, sheet, reading);
      if (rows.length > 0) found.push(rows);
    } catch (fault) {
      if (!(fault instanceof ReadingStopped)) throw fault;
    }
  return found;
}
