import { readTable, type TableReading } from '../../../../src/platform/index.js';
import { anArchive } from '../../../builders/files/archives.js';
import { aCell, aSheet, aWorkbookOf, rowsOfTexts, type WorkbookWritten } from '../../../builders/files/workbooks.js';

const LIST = rowsOfTexts([
  ['证书编号', '姓名'],
  ['JITA-2026-000001-K', '王试芳'],
]);
const READ_LIST = [
  { line: 1, cells: ['证书编号', '姓名'] },
  { line: 2, cells: ['JITA-2026-000001-K', '王试芳'] },
];

const rowsIn = async (bytes: Buffer, more: Partial<TableReading> = {}): Promise<unknown> => {
  const read = await readTable(bytes, 100, more);
  return typeof read === 'string' ? read : read.rows;
};
/** What is read from one row with these cells. */
const cellsOf = async (
  cells: string,
  more: Omit<WorkbookWritten, 'sheets'> & Partial<TableReading> = {},
): Promise<readonly string[]> => {
  const [row] = (await rowsIn(aWorkbookOf(`<row r="1">${cells}</row>`, more), more)) as { cells: string[] }[];
  return row?.cells ?? [];
};

describe('the cells of a workbook', () => {
  it('are read from inline texts, shared texts and results of formulas', async () => {
    const cells = `${aCell('A1', ' <姓名> & ')}<c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>王x</v></c><c r="D1"><f>1+1</f><v>2</v></c>`;
    expect(
      await cellsOf(cells, {
        strings:
          '<si><t>无</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">王 </t></r><r><t>试芳</t></r><rPh sb="0" eb="1"><t>ワン</t></rPh><phoneticPr fontId="1"/></si>',
      }),
    ).toEqual([' <姓名> & ', '王 试芳', '王x', '2']);
  });

  it('are empty for an error, and words for a boolean', async () => {
    expect(
      await cellsOf(
        '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="str"><v>x</v></c>',
      ),
    ).toEqual(['true', 'false', '', 'x']);
  });

  it.each(['<c r="A1" t="s"/>', '<c r="A1" t="s"><v/></c>', '<c r="A1" t="s"><v>-0</v></c>'])(
    'are empty where they refer to a shared text without saying which: %s',
    async (cell) => {
      expect(await cellsOf(`${cell}<c r="B1" t="s"><v>0</v></c>`, { strings: '<si><t>姓名</t></si>' })).toEqual([
        '',
        '姓名',
      ]);
    },
  );

  it('are read as Excel displays them where any character is escaped', async () => {
    expect(await cellsOf(`${aCell('A1', '_x674E_建慧')}${aCell('B1', '_x005F_x674E_')}`)).toEqual([
      '李建慧',
      '_x674E_',
    ]);
  });

  it('keep line ends in any encoding, and no other control characters', async () => {
    expect(
      await cellsOf(
        `${aCell('A1', '甲_x000A_乙_x0007_丙_x005F_x000A_')}<c r="B1" t="inlineStr"><is><t>一&#10;二</t></is></c>`,
      ),
    ).toEqual(['甲\n乙丙_x000A_', '一\n二']);
  });

  it('contain neither control characters that XML allows nor half a character where they are cut', async () => {
    const strings = `<si><t>${'长'.repeat(9)}😀</t></si><si><t>王\u0085芳</t></si>`;
    const cells = `${aCell('A1', `${'长'.repeat(9)}😀`)}${aCell('B1', '王\u007F芳')}<c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c>`;
    const cut = '长'.repeat(9);
    expect(await cellsOf(cells, { strings, longestCell: 10 })).toEqual([cut, '王芳', cut, '王芳']);
  });

  it('are cut beyond the limit', async () => {
    expect(await cellsOf(aCell('A1', 'x'.repeat(5_000)), { longestCell: 300 })).toEqual(['x'.repeat(300)]);
  });

  it.each([
    ['1', '1'],
    ['202600000001', '202600000001'],
    ['13911110033.0', '13911110033'],
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['-2.5E-3', '-0.0025'],
    ['123456789012345', '123456789012345'],
    ['110101199003071234', '1.10101199003071E+17'],
    ['5.3137000101263E+20', '5.3137000101263E+20'],
    ['0x10', '0x10'],
    ['', ''],
  ])('that hold the number %s are read as %s', async (value, text) => {
    expect(await cellsOf(`<c r="A1"><v>${value}</v></c><c r="B1" t="str"><v>.</v></c>`)).toEqual([text, '.']);
  });

  it.each([
    ['a built-in date', '<cellXfs><xf numFmtId="14"/></cellXfs>', '45352', '2024-03-01'],
    ['a date with a time of day', '<cellXfs><xf numFmtId="22"/></cellXfs>', '45352.75', '2024-03-01'],
    [
      'a Chinese date',
      '<numFmts><numFmt numFmtId="180" formatCode="[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs><xf numFmtId="180"/></cellXfs>',
      '45352',
      '2024-03-01',
    ],
    ['a date that Chinese Excel has built in', '<cellXfs><xf numFmtId="57"/></cellXfs>', '45352', '2024-03-01'],
    ['a time', '<cellXfs><xf numFmtId="20"/></cellXfs>', '0.354166666666667', '08:30:00'],
    ['the first day there is', '<cellXfs><xf numFmtId="14"/></cellXfs>', '1', '1900-01-01'],
    ['the last day before the day that never was', '<cellXfs><xf numFmtId="14"/></cellXfs>', '59', '1900-02-28'],
    ['the day that never was', '<cellXfs><xf numFmtId="14"/></cellXfs>', '60', '60'],
    ['the day after it', '<cellXfs><xf numFmtId="14"/></cellXfs>', '61', '1900-03-01'],
    ['the last day there is', '<cellXfs><xf numFmtId="14"/></cellXfs>', '2958465', '9999-12-31'],
    ['a day beyond it', '<cellXfs><xf numFmtId="14"/></cellXfs>', '2958466', '2958466'],
    [
      'a sum in yuan, which is no day',
      '<numFmts><numFmt numFmtId="181" formatCode="#,##0.00&quot; yd&quot;\\d[Red]"/></numFmts><cellXfs><xf numFmtId="181"/></cellXfs>',
      '45352',
      '45352',
    ],
    ['a power of ten, which is no day', '<cellXfs><xf numFmtId="11"/></cellXfs>', '45352', '45352'],
  ])('with a style of %s are read as displayed', async (_, styles, value, text) => {
    expect(await cellsOf(`<c r="A1" s="0"><v>${value}</v></c>`, { styles })).toEqual([text]);
  });

  it('count days from 1904 in workbooks that do, and accept written-out days', async () => {
    expect(
      await cellsOf('<c r="A1" s="0"><v>43890</v></c><c r="B1" t="d"><v>2024-03-01T00:00:00</v></c>', {
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
        from1904: true,
      }),
    ).toEqual(['2024-03-01', '2024-03-01']);
  });
});

describe('the rows of a workbook', () => {
  it('are read in order, whatever their position and with or without numbers', async () => {
    const rows = `<row r="3"><c r="B3" t="str"><v>丙</v></c></row><row r="1"><c r="A1" t="str"><v>甲</v></c></row><row><c t="str"><v>乙</v></c><c/><c t="str"><v>丁</v></c></row>`;
    expect(await rowsIn(aWorkbookOf(rows))).toEqual([
      { line: 1, cells: ['甲'] },
      { line: 2, cells: ['乙', '', '丁'] },
      { line: 3, cells: ['', '丙'] },
    ]);
  });

  it('are those with content: formatting to the last row and column does not count', async () => {
    expect(
      await rowsIn(
        aWorkbookOf(
          `${LIST}<row r="2"><c r="XFD2" s="0"/></row><row r="1048576" spans="1:2" ht="15"><c r="A1048576"><v> </v></c></row>`,
        ),
      ),
    ).toEqual(READ_LIST);
    expect(await rowsIn(aWorkbookOf(`${LIST}<row r="101"><c r="A101" t="str"><v>x</v></c></row>`))).toBe('tooLong');
    expect(await rowsIn(aWorkbookOf(`${LIST}<row r="3"><c r="CW3" t="str"><v>x</v></c></row>`))).toBe('tooWide');
  });

  it('repeat the text of a merged cell in each of its rows, headings included, but not beside it', async () => {
    const rows = rowsOfTexts([
      ['序号', '姓名', '证书信息'],
      ['', '', '证书编号', '级别'],
      ['1', '王试芳', 'JITA-1', '中级'],
      ['2', '', 'JITA-2', '中级'],
      ['', '', '', ''],
    ]);
    const behind =
      '<mergeCells count="4"><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/><mergeCell ref="B3:B5"/></mergeCells>';
    expect(await rowsIn(aWorkbookOf(rows, { behind }))).toEqual([
      { line: 1, cells: ['序号', '姓名', '证书信息'] },
      { line: 2, cells: ['序号', '姓名', '证书编号', '级别'] },
      { line: 3, cells: ['1', '王试芳', 'JITA-1', '中级'] },
      { line: 4, cells: ['2', '王试芳', 'JITA-2', '中级'] },
    ]);
  });

  it('are read with any prefix of the elements, and any other content of the sheet', async () => {
    const sheet = aSheet(LIST, '<extLst><ext><row r="9"><c r="A9" t="str"><v>x</v></c></row></ext></extLst>')
      .replaceAll(/<(\/?)(?!ext)(\w)/g, '<$1x:$2')
      .replace('xmlns', 'xmlns:x')
      .replaceAll('<x:ext', '<ext');
    expect(
      await rowsIn(anArchive([{ name: 'xl/worksheets/sheet1.xml', content: sheet.replaceAll('</x:ext', '</ext') }])),
    ).toEqual(READ_LIST);
  });

  it('are read from UTF-16, and from a part that is not compressed', async () => {
    expect(
      await rowsIn(
        anArchive([
          { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(`\uFEFF${aSheet(LIST)}`, 'utf16le'), method: 0 },
        ]),
      ),
    ).toEqual(READ_LIST);
  });
});

describe('a file that is not a workbook', () => {
  it('is reported as what it is', async () => {
    const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
    expect(await rowsIn(compound)).toBe('oldWorkbook');
    expect(await rowsIn(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('withPassword');
    expect(await rowsIn(Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'))).toBe('webPage');
    expect(await rowsIn(anArchive([{ name: 'word/document.xml', content: '<x/>' }]))).toBe('notATable');
    expect(await rowsIn(book(), { textOnly: true })).toBe('workbook');
  });
  const book = (): Buffer => aWorkbookOf(LIST);
});

describe('a workbook with long names', () => {
  const long = 'k'.repeat(1_001);

  it.each([
    ['of an element', aWorkbookOf(`<${long}/><row r="1">${aCell('A1', 'x')}</row>`)],
    ['of an attribute', aWorkbookOf(`<row r="1" ${long}="1">${aCell('A1', 'x')}</row>`)],
  ])('%s is damaged', async (_, bytes) => {
    expect(await rowsIn(bytes)).toBe('damaged');
  });

  it('of a relation is too large', async () => {
    const content = `<Relationships><Relationship Id="${long}" Type="t" Target="x"/></Relationships>`;
    expect(await rowsIn(anArchive([{ name: '_rels/.rels', content }]))).toBe('tooLarge');
  });
});
