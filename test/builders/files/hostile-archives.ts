import { anArchive } from './archives.js';
import { aSheet, aWorkbookOf } from './workbooks.js';
import { HONEST, type HostileFile, only, SHEET } from './hostile-file.js';

const MB = 1024 * 1024;

/** Archives whose declarations are false, or that unpack to far more than they show. */
export const HOSTILE_ARCHIVES: readonly HostileFile[] = [
  { what: 'an archive in place of the sheet', fault: 'damaged', bytes: () => only(aWorkbookOf(HONEST)) },
  {
    what: 'sixty megabytes that unpack from less than one',
    fault: 'tooLarge',
    bytes: () => only(Buffer.alloc(60 * MB, ' ')),
  },
  {
    what: 'sixty megabytes that call themselves one',
    fault: 'tooLarge',
    bytes: () => only(Buffer.alloc(60 * MB, ' '), MB),
  },
  { what: 'a part that calls itself four gigabytes', fault: 'tooLarge', bytes: () => only(aSheet(HONEST), 0xffffffff) },
  { what: 'two hundred sheets that share one stream of bytes', fault: 'tooLarge', bytes: manySheetsOfOne },
  {
    what: 'one name for two parts',
    fault: 'damaged',
    bytes: () =>
      anArchive([
        { name: SHEET, content: aSheet(HONEST) },
        { name: SHEET.toUpperCase(), content: aSheet(HONEST) },
      ]),
  },
  {
    what: 'sixty thousand parts',
    fault: 'damaged',
    bytes: () =>
      anArchive(Array.from({ length: 60_000 }, (_, at) => ({ name: `${at}`, content: '', sharesBytes: at > 0 }))),
  },
  {
    what: 'a way of packing that nobody knows',
    fault: 'damaged',
    bytes: () => anArchive([{ name: SHEET, content: aSheet(HONEST), method: 99 }]),
  },
  {
    what: 'a sheet that stands outside of the archive',
    fault: 'damaged',
    bytes: () => aWorkbookOf(HONEST).subarray(0, 400),
  },
];

function manySheetsOfOne(): Buffer {
  return anArchive([
    { name: 'xl/worksheets/a.xml', content: aSheet(' '.repeat(MB)) },
    ...Array.from({ length: 199 }, (_, at) => ({ name: `xl/worksheets/b${at}.xml`, content: '', sharesBytes: true })),
  ]);
}
