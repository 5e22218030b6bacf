import { readText } from './read-text.js';
import { readWorkbook } from './read-workbook.js';
import { ReadingStopped, type TableFault, type TableRead, type TableReading } from './table.js';

/** The compound file format of Excel before 2007; also used for workbooks with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** A text may begin with the letters PK. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PASSWORD = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * The rows of an uploaded workbook or text file. The format is detected from its bytes, never from its name. Everything
 * is counted while it is read, and reading stops at the first limit exceeded. It blocks the calling thread: use
 * `TableReader` for what people upload.
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
