import type { TableFault } from '../../../src/platform/index.js';
import { anArchive } from './archives.js';
import { rowsOfTexts } from './workbooks.js';

export interface HostileFile {
  readonly what: string;
  readonly bytes: () => Buffer;
  /** Why it is refused; `null`: harmless, and read as usual. */
  readonly fault: TableFault | null;
}

/** Two rows of an ordinary list of certificates. */
export const HONEST = rowsOfTexts([
  ['证书编号', '姓名'],
  ['JITA-2026-000001-K', '王试芳'],
]);
export const SHEET = 'xl/worksheets/sheet1.xml';
/** A workbook with nothing but a sheet. `declaredSize`: its declared unpacked size in bytes. */
export const only = (content: string | Buffer, declaredSize?: number): Buffer =>
  anArchive([{ name: SHEET, content, ...(declaredSize === undefined ? {} : { declaredSize }) }]);
