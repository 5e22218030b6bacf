import type { TableFault } from '../../../src/platform/index.js';
import { anArchive } from './archives.js';
import { rowsOfTexts } from './workbooks.js';

export interface HostileFile {
  readonly what: string;
  readonly bytes: () => Buffer;
  /** Why it is refused; `null`: nothing in it does any harm, and it is read. */
  readonly fault: TableFault | null;
}

/** Two rows that any list of certificates may have. */
export const HONEST = rowsOfTexts([
  ['证书编号', '姓名'],
  ['JITA-2026-000001-K', '王试芳'],
]);
export const SHEET = 'xl/worksheets/sheet1.xml';
/** A workbook with nothing but a sheet. `says`: how many bytes the archive says that it has. */
export const only = (content: string | Buffer, says?: number): Buffer =>
  anArchive([{ name: SHEET, content, ...(says === undefined ? {} : { says }) }]);
