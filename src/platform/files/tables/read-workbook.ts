import { SheetReader } from './sheet-reader.js';
import { LONGEST_CELL, ReadingStopped, TableCount, type TableRead, type TableReading } from './table.js';
import { WorkbookParts } from './workbook-parts.js';

/**
 * One sheet of a workbook: the requested one, or the first visible one with content.
 * @throws ReadingStopped
 */
export async function readWorkbook(
  bytes: Buffer,
  { mostRows, longestCell = LONGEST_CELL, sheet }: TableReading,
): Promise<TableRead> {
  const parts = WorkbookParts.open(bytes);
  const all = await parts.sheets();
  const visible = all.filter((one) => one.visible);
  const selected = sheet === undefined ? visible : all.filter(({ name }) => name === sheet).slice(0, 1);
  if (selected.length === 0 && all.length === 0) throw new ReadingStopped('damaged');
  const context = {
    strings: await parts.strings(longestCell),
    kinds: await parts.kinds(),
    from1904: parts.from1904,
    longestCell,
  };
  const read = { format: 'XLSX' as const, sheets: visible.map(({ name }) => name) };
  for (const { part } of selected) {
    const reader = new SheetReader(context, new TableCount(mostRows));
    await parts.read(part, reader);
    const rows = reader.rows();
    if (rows.length > 0) return { rows, ...read };
  }
  return { rows: [], ...read };
}
