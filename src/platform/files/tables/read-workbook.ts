import { type SheetContext, SheetReader } from './sheet-reader.js';
import {
  LONGEST_CELL,
  ReadingStopped,
  type SheetRows,
  TableCount,
  type TableRead,
  type TableReading,
  type TableRow,
} from './table.js';
import { type SheetPart, WorkbookParts } from './workbook-parts.js';

/**
 * The first visible sheet with content and, on request, those behind it.
 * @throws ReadingStopped
 */
export async function readWorkbook(
  bytes: Buffer,
  { mostRows, longestCell = LONGEST_CELL, otherSheets = 0, nameUnread = false }: TableReading,
): Promise<TableRead> {
  const parts = WorkbookParts.open(bytes);
  const all = await parts.sheets();
  if (all.length === 0) throw new ReadingStopped('damaged');
  const context = {
    strings: await parts.strings(longestCell),
    formats: await parts.formats(),
    from1904: parts.from1904,
    longestCell,
  };
  const [count, othersCount] = [new TableCount(mostRows), new TableCount(mostRows)];
  const visible = all.filter((one) => one.visible);
  for (const [at, sheet] of visible.entries()) {
    const rows = await rowsOf(parts, sheet, { context, count });
    if (rows.length === 0) continue;
    const extent = extentOf(parts);
    const behind = visible.slice(at + 1);
    const others = await readable(parts, behind.slice(0, otherSheets), { context, count: othersCount });
    const unread = nameUnread ? { unread: await namesOfFilled(parts, behind, context) } : {};
    return { rows, format: 'XLSX', sheet: sheet.name, ...extent, others, ...unread };
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
): Promise<SheetRows[]> {
  const found: SheetRows[] = [];
  for (const sheet of sheets)
    try {
      const rows = await rowsOf(parts, sheet, reading);
      if (rows.length > 0) found.push({ sheet: sheet.name, rows });
    } catch (fault) {
      if (!(fault instanceof ReadingStopped)) throw fault;
    }
  return found;
}

/** Names of those sheets that have content, or so much formatting that nobody can tell. */
async function namesOfFilled(
  parts: WorkbookParts,
  sheets: readonly SheetPart[],
  context: SheetContext,
): Promise<string[]> {
  const names: string[] = [];
  for (const sheet of sheets)
    try {
      await rowsOf(parts, sheet, { context, count: new StopAtContent(Infinity) });
    } catch (fault) {
      if (!(fault instanceof ContentFound || fault instanceof ReadingStopped)) throw fault;
      names.push(sheet.name);
    }
  return names;
}

class ContentFound extends Error {}

class StopAtContent extends TableCount {
  override add(): never {
    throw new ContentFound();
  }
}
