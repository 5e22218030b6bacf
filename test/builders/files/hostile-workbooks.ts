import { aCell, aSheet, aWorkbookOf, rowsOfTexts } from './workbooks.js';
import { HONEST, type HostileFile, only } from './hostile-file.js';

const MB = 1024 * 1024;
const xml = (start: string, repeated: string, { times, end }: { times: number; end: string }): Buffer =>
  aWorkbookOf(start + repeated.repeat(times) + end);

/** Workbooks that are designed to exhaust a reader. None exceeds the upload limit. */
export const HOSTILE_WORKBOOKS: readonly HostileFile[] = [
  {
    what: 'a row number written with a character reference',
    fault: 'tooLong',
    bytes: () => aWorkbookOf('<row r="1"><c r="A&#57;9000" t="str"><v>x</v></c></row>'),
  },
  {
    what: 'a cell at the far end written with a character reference',
    fault: 'tooLong',
    bytes: () => aWorkbookOf('<row r="1"><c r="XFD&#49;048576" t="str"><v>x</v></c></row>'),
  },
  {
    what: 'a far column written with a character reference',
    fault: 'tooWide',
    bytes: () => aWorkbookOf('<row r="1"><c r="&#90;Z1" t="str"><v>x</v></c></row>'),
  },
  {
    what: 'an attribute that holds a > before the address',
    fault: 'tooLong',
    bytes: () => aWorkbookOf('<row r="1"><c q=">" r="A99000" t="str"><v>x</v></c></row>'),
  },
  {
    what: 'the attributes of a row in another order, its cells without addresses',
    fault: 'tooLong',
    bytes: () => aWorkbookOf('<row spans="1:2" ht="15" r="99000"><c t="str"><v>x</v></c></row>'),
  },
  {
    what: 'an address in which a line feed stands',
    fault: 'damaged',
    bytes: () => aWorkbookOf('<row r="1"><c r="A&#10;99000" t="str"><v>x</v></c></row>'),
  },
  {
    what: 'an address of ten million digits',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(`<row r="1"><c r="A${'9'.repeat(10 * MB)}"><v>1</v></c></row>`),
  },
  {
    what: 'forty megabytes of cells without addresses',
    fault: 'tooWide',
    bytes: () => xml('<row>', '<c><v>1</v></c>', { times: 2.8 * MB, end: '</row>' }),
  },
  {
    what: 'eight million empty cells',
    fault: 'tooLarge',
    bytes: () => xml('<row>', '<c/>', { times: 8 * MB, end: '</row>' }),
  },
  {
    what: 'two million empty rows before the list',
    fault: 'tooLong',
    bytes: () => xml('', '<row/>', { times: 2_000_000, end: HONEST.replaceAll(/ r="[^"]*"/g, '') }),
  },
  {
    what: 'one and a half million empty rows behind the list',
    fault: null,
    bytes: () => aWorkbookOf(`${HONEST}${'<row ht="15"/>'.repeat(1_500_000)}`),
  },
  {
    what: 'six hundred thousand filled cells',
    fault: 'tooLarge',
    bytes: () =>
      aWorkbookOf(Array.from({ length: 9_000 }, () => `<row>${'<c><v>1</v></c>'.repeat(70)}</row>`).join('')),
  },
  {
    what: 'a long text that four hundred thousand cells refer to',
    fault: 'tooLarge',
    bytes: () =>
      aWorkbookOf(Array.from({ length: 8_000 }, () => `<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`).join(''), {
        strings: `<si><t>${'长'.repeat(1_000)}</t></si>`,
      }),
  },
  {
    what: 'a count of shared texts far above those that there are',
    fault: null,
    bytes: () =>
      aWorkbookOf(HONEST, { strings: '<sst count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>' }),
  },
  {
    what: 'a million shared texts',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(HONEST, { strings: '<si><t>x</t></si>'.repeat(1_000_000) }),
  },
  {
    what: 'a cell of forty megabytes',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(HONEST + `<row r="3">${aCell('A3', '长'.repeat(13 * MB))}</row>`),
  },
  {
    what: 'a cell of three million character references',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(HONEST + `<row r="3"><c r="A3" t="str"><v>${'&#65;'.repeat(3 * MB)}</v></c></row>`),
  },
  {
    what: 'a shared text of seven million character references',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(HONEST, { strings: `<si><t>${'&#x41;'.repeat(7 * MB)}</t></si>` }),
  },
  {
    what: 'an attribute of forty million line feeds',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(`<row a="${'\n'.repeat(40 * MB)}"/>${HONEST}`),
  },
  {
    what: 'attributes of forty million tabs together',
    fault: 'tooLarge',
    bytes: () => xml('', `<row a="${'\t'.repeat(200_000)}"/>`, { times: 200, end: HONEST }),
  },
  {
    what: 'texts of twenty million returns together',
    fault: 'tooLarge',
    bytes: () => xml('', `<row>${'\r'.repeat(200_000)}</row>`, { times: 100, end: HONEST }),
  },
  {
    what: 'a number of thirty million digits',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(HONEST + `<row r="3"><c r="A3"><v>${'9'.repeat(30 * MB)}</v></c></row>`),
  },
  {
    what: 'a merged region of the whole sheet',
    fault: null,
    bytes: () => aWorkbookOf(HONEST, { behind: '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
  },
  {
    what: 'a hundred thousand merged regions',
    fault: 'tooLarge',
    bytes: () =>
      aWorkbookOf(HONEST, { behind: `<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(100_000)}</mergeCells>` }),
  },
  {
    what: 'fifty thousand merged regions over ten thousand rows',
    fault: null,
    bytes: () =>
      aWorkbookOf(
        rowsOfTexts([['证书编号', '姓名'], ...Array.from({ length: 9_000 }, () => ['JITA-2026-000001-K', '王试芳'])]),
        { behind: `<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(50_000)}</mergeCells>` },
      ),
  },
  {
    what: 'entities that grow',
    fault: 'damaged',
    bytes: () =>
      only(
        `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>${aSheet('<row><c t="str"><v>&c;</v></c></row>')}`,
      ),
  },
  {
    what: 'an entity that names a file of the server',
    fault: 'damaged',
    bytes: () =>
      only(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${aSheet('<row><c t="str"><v>&a;</v></c></row>')}`),
  },
  {
    what: 'a declaration of types that never ends',
    fault: 'tooLarge',
    bytes: () => only(`<!DOCTYPE x [${'<!-- -->'.repeat(4 * MB)}`),
  },
  { what: 'elements two million deep', fault: 'damaged', bytes: () => xml('', '<a>', { times: 2_000_000, end: '' }) },
  {
    what: 'two million attributes',
    fault: 'damaged',
    bytes: () => aWorkbookOf(`<row ${Array.from({ length: 2_000_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
  },
  {
    what: 'a comment of forty megabytes',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(`<!--${'x'.repeat(40 * MB)}-->${HONEST}`),
  },
  {
    what: 'a processing instruction of forty megabytes',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(`<?x ${'x'.repeat(40 * MB)}?>${HONEST}`),
  },
  {
    what: 'a name of ten megabytes',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(`<${'x'.repeat(10 * MB)}/>${HONEST}`),
  },
  {
    what: 'an element that is never closed',
    fault: 'damaged',
    bytes: () => only('<worksheet><sheetData><row><c t="str"><v>x'),
  },
  {
    what: 'bytes that are no text',
    fault: 'damaged',
    bytes: () => only(Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.from([0xff, 0xfe, 0x80])])),
  },
  {
    what: 'a million styles',
    fault: 'tooLarge',
    bytes: () => aWorkbookOf(HONEST, { styles: `<cellXfs>${'<xf numFmtId="14"/>'.repeat(1_000_000)}</cellXfs>` }),
  },
  {
    what: 'a number format of ten megabytes of brackets',
    fault: 'tooLarge',
    bytes: () =>
      aWorkbookOf(`${HONEST}<row r="3"><c r="A3" s="0"><v>1</v></c></row>`, {
        styles: `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(10 * MB)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
      }),
  },
  {
    what: 'dates, styles and texts that there are none of',
    fault: null,
    bytes: () =>
      aWorkbookOf(
        `${HONEST}<row r="3"><c r="A3" s="0"><v>1e308</v></c><c r="B3" s="4294967295"><v>-1e308</v></c><c r="C3" t="s"><v>99999999999</v></c><c r="D3" t="s"><v>constructor</v></c><c r="E3" s="0"><v>Infinity</v></c><c r="F3" t="d"><v>${'2'.repeat(200_000)}</v></c></row>`,
        { styles: '<cellXfs><xf numFmtId="14"/></cellXfs>', strings: '<si><t>x</t></si>' },
      ),
  },
];
