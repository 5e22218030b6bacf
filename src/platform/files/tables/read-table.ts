import { readText } from './read-text.js';
import { readWorkbook } from './read-workbook.js';
import { ReadingStopped, type TableFault, type TableRead, type TableReading } from './table.js';

/** The compound file of Excel before 2007; a workbook with a password is wrapped in one too. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const PASSWORD = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * The rows of a workbook or text file that somebody sent, judged by its bytes and never by its name. Everything in it
 * is counted while it is read, and reading stops at the first thing that is too much. It computes in the thread that
 * calls it: what a person sends is read by the `TableReader`.
 */
export async function readTable(
  bytes: Buffer,
  mostRows: number,
  more: Omit<TableReading, 'mostRows'> = {},
): Promise<TableRead | TableFault> {
  const reading = { ...more, mostRows };
  try {
    if (bytes.length === 0) return 'empty';
    if (begins(bytes, COMPOUND)) return bytes.includes(PASSWORD) ? 'withPassword' : 'oldWorkbook';
    if (begins(bytes, ZIP)) return reading.textOnly ? 'workbook' : await readWorkbook(bytes, reading);
    return readText(bytes, reading);
  } catch (fault) {
    if (fault instanceof ReadingStopped) return fault.fault;
    throw fault;
  }
}

function begins(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
