import { parse } from 'csv-parse/sync';
import { cutText } from '../../texts.js';
import { formulaRestored } from './formulas.js';
import { textOfFile } from './text-encoding.js';
import { LONGEST_CELL, ReadingStopped, TableCount, type TableRead, type TableReading, type TableRow } from './table.js';

/** Characters of one row. An unclosed quotation mark turns all that follows into one row. */
const LONGEST_ROW = 500_000;
const DELIMITERS = [',', '\t', ';', '\uFF0C'];

/**
 * Text in UTF-8, UTF-16 or the GBK of Chinese Windows, separated by commas, tabs or semicolons. @throws ReadingStopped
 */
export function readText(bytes: Buffer, reading: TableReading): TableRead {
  const { text, format } = textOfFile(bytes);
  if (isWebPage(text)) throw new ReadingStopped('webPage');
  return { rows: rowsOf(text.replace(/\r\n?/g, '\n'), reading), format, ...(reading.keepText ? { text } : {}) };
}

function isWebPage(text: string): boolean {
  const begins = text.slice(0, 2_000).trimStart().toLowerCase();
  return begins.startsWith('<') && /<(?:!doctype html|html|table|\?xml|body|meta)/.test(begins);
}

function rowsOf(whole: string, { mostRows, longestCell = LONGEST_CELL }: TableReading): TableRow[] {
  const { text, delimiter, skipped } = delimited(whole);
  const count = new TableCount(mostRows);
  const rows: TableRow[] = [];
  const keep = (record: readonly string[], lines: number): null => {
    const cells = record.map((cell) => cutText(formulaRestored(plain(cell)), longestCell));
    while (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop();
    const line = skipped + lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    for (const [at, cell] of cells.entries()) if (cell.trim() !== '') count.add({ line, column: at + 1, text: cell });
    if (cells.length > 0) rows.push({ line, cells, ...(record.length > cells.length ? { width: record.length } : {}) });
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      on_record: (record, { lines }) => keep(record, lines),
    });
    return rows;
  } catch (fault) {
    throw fault instanceof ReadingStopped
      ? fault
      : new ReadingStopped((fault as { code?: string }).code === 'CSV_MAX_RECORD_SIZE' ? 'tooLarge' : 'unreadable');
  }
}

/** Excel writes `="0123"` for a value that must stay text. */
const plain = (cell: string): string =>
  cell.startsWith('="') && cell.endsWith('"') && !cell.slice(2, -1).includes('"') ? cell.slice(2, -1) : cell;

/**
 * The separator that occurs most in the first line or, as some programs write it, the one declared in a line of its own
 * (`sep=;`).
 */
function delimited(text: string): { readonly text: string; readonly delimiter: string; readonly skipped: number } {
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  const named = /^"?sep=(.)"?$/.exec(first)?.[1];
  if (named !== undefined && DELIMITERS.includes(named))
    return { text: text.slice(first.length + 1), delimiter: named, skipped: 1 };
  const counted = DELIMITERS.map((sign) => ({ sign, count: occurrences(first, sign) }));
  return { text, delimiter: counted.reduce((most, one) => (one.count > most.count ? one : most)).sign, skipped: 0 };
}

function occurrences(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
