import type { SheetData as SheetWritten } from 'write-excel-file/node';
import { onDemandModule } from './on-demand.js';

const writing = onDemandModule(() => import('write-excel-file/node'));

export type Cell = string | number | null;

/** A workbook of one sheet with bold, frozen headings. Texts are written as text, so that nothing becomes a formula. */
export async function xlsxOf(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  { widths = [] }: { readonly widths?: readonly number[] } = {},
): Promise<Buffer> {
  const { default: writeXlsx } = await writing();
  const sheet: SheetWritten = [
    header.map((value) => ({ value: asText(value), fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((cell) =>
        cell === null
          ? null
          : typeof cell === 'number'
            ? { value: cell, type: Number }
            : { value: asText(cell), type: String },
      ),
    ),
  ];
  return writeXlsx(sheet, {
    stickyRowsCount: 1,
    columns: header.map((_, at) => ({ width: widths[at] ?? 18 })),
  }).toBuffer();
}

/** A workbook to write: its rows as JSON, in parts. */
export interface WorkbookParts {
  readonly header: readonly string[];
  readonly widths: readonly number[];
  readonly parts: readonly Uint8Array[];
}

export function xlsxOfParts({ header, widths, parts }: WorkbookParts): Promise<Buffer> {
  const rows = parts.flatMap((part) => JSON.parse(new TextDecoder().decode(part)) as Cell[][]);
  return xlsxOf(header, rows, { widths });
}

/**
 * XML cannot contain most control characters: a name with one must not break the whole file. Excel displays `_x674E_`
 * as 李 unless its first underscore is escaped the same way.
 */
const asText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .slice(0, 32_000)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
