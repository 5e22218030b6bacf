import { readTable } from '../../../../src/platform/index.js';
import { aWorkbook, aWorkbookOf, columnLetters } from '../../../builders/files/workbooks.js';

const HEAD = '<row><c t="str"><v>姓名</v></c></row>';
const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at));
/** Megabytes of one and the same, which is small once compressed. */
const repeated = (what: string, megabytes: number): string => what.repeat((megabytes * 1_000_000) / what.length);
const tag = `<x ${LETTERS.map((letter) => `${letter}=""`).join(' ')}/>`;
const blank = `<si><t xml:space="preserve">${' '.repeat(399)}</t></si>`;

describe('a small workbook that repeats what no table needs', () => {
  it.each([
    ['attributes', repeated(tag, 12)],
    ['namespaces', repeated('<x xmlns:a="u" xmlns:b="u" xmlns:c="u"/>', 24)],
    ['empty cells of one row', `<row>${repeated('<c/>', 7)}</row>`],
    ['comments', repeated('<!---->', 6)],
    ['instructions', repeated('<?x?>', 6)],
    ['sections', repeated('<![CDATA[]]>', 10)],
    ['references', repeated(`<x>${'&#9;'.repeat(50_000)}</x>`, 13)],
    ['line ends', repeated(`<x>${'\n'.repeat(250_000)}</x>`, 17)],
    ['spaces in tags', repeated(`<x${' '.repeat(250_000)}/>`, 34)],
  ])('is too large: %s', async (_, rows) => {
    const book = aWorkbookOf(HEAD + rows);
    expect(book.length).toBeLessThan(250_000);
    expect(await readTable(book, 10_050)).toBe('tooLarge');
  });

  it('is too large, also spread over its sheets', async () => {
    const rows = repeated(tag, 3);
    const sheets = Array.from({ length: 5 }, () => ({ rows }));
    expect(await readTable(aWorkbook({ sheets }), 10_050)).toBe('tooLarge');
  });

  it('is too large, whose cells refer to a text without anything to see', async () => {
    const rows = repeated(`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`, 40);
    expect(await readTable(aWorkbookOf(HEAD + rows, { strings: blank }), 10_050, { longestCell: 400 })).toBe(
      'tooLarge',
    );
  });
});

describe('a large workbook as programs write it', () => {
  const cells = (line: number, written: (address: string, column: number) => string): string =>
    Array.from({ length: 100 }, (_, column) => written(`${columnLetters(column)}${line}`, column)).join('');
  const rowsOf = (lines: number, written: (address: string, column: number) => string): string =>
    Array.from(
      { length: lines },
      (_, at) =>
        `<row r="${at + 1}" spans="1:100" ht="15" customHeight="1">${cells(at + 1, (address, column) => written(address, column))}</row>`,
    ).join('');

  it('is read, with as many cells with text as a table may have among as many formatted ones', async () => {
    const rows = rowsOf(10_000, (address, column) =>
      column % 2 === 1 ? `<c r="${address}" s="3" t="s"><v>0</v></c>` : `<c r="${address}" s="3"/>`,
    );
    const read = await readTable(aWorkbookOf(rows, { strings: '<si><t>王芳</t></si>' }), 10_050);
    expect(read).toMatchObject({ isExtensive: true });
    expect(typeof read === 'string' ? read : read.rows).toHaveLength(10_000);
  });
});
