import { readTable } from '../../../../src/platform/index.js';
import { aWorkbookOf } from '../../../builders/files/workbooks.js';

/** Indexes of cells that are displayed otherwise; the first cell has no format. */
async function otherwise(code: string, ...cells: readonly string[]): Promise<readonly number[]> {
  const escaped = code.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const styles = `<numFmts><numFmt numFmtId="180" formatCode="${escaped}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="180"/></cellXfs>`;
  const read = await readTable(aWorkbookOf(`<row r="1">${cells.join('')}</row>`, { styles }), 100);
  if (typeof read === 'string') throw new Error(read);
  const [row] = read.rows;
  return row?.shownOtherwise ?? [];
}

describe('numbers in a format', () => {
  it.each([
    ['"JNIT-2026-"000000', '1234', true],
    ['\\J\\N-000000', '123456', true],
    ['[$JNIT-]0', '1234', true],
    ['2026000000', '1234', true],
    ['"No. "General', '1234', true],
    ['第0号', '1234', true],
    ['*J0', '1234', true],
    ['000000', '1234', true],
    ['0000-0000', '1234567', true],
    ['0%', '12', true],
    ['0,', '12000', true],
    ['000000', '123456', false],
    ['General', '1234', false],
    ['G/通用格式', '1234', false],
    ['0_ ;[Red]\\-0" A"', '1234', false],
    ['0_ ;[Red]\\-0" A"', '-1234', true],
    ['0;0;"A"0', '0', true],
    ['0;0;"A"0', '7', false],
    ['0;0;0;"A"@', '7', false],
    ['"A"@', '7', true],
    ['[<5]0;"JNIT-"0', '4', false],
    ['[<5]0;"JNIT-"0', '5', true],
    ['[>=1000]"JNIT-"0;0', '1000', true],
    ['[>=1000]"JNIT-"0;0', '-1000', false],
    ['[=7]"JNIT;"0;0', '7', true],
    ['[$¥-804]#,##0.00;"A"0', '1234', false],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', '1234', false],
    ['0.00E+00', '1234', false],
    ['yyyy"年"m"月"', '45352', false],
  ])(
    'are displayed with other letters or digits by the section that applies: %s of %s',
    async (code, value, isOther) => {
      const cells = [`<c r="A1"><v>${value}</v></c>`, `<c r="B1" s="1"><v>${value}</v></c>`];
      expect(await otherwise(code, ...cells)).toEqual(isOther ? [1] : []);
    },
  );
});

describe('texts in a format', () => {
  it.each([
    ['"JNIT-2025-"@', true],
    ['\\J@', true],
    ['第@号', true],
    ['0;0;0;"JNIT-2025-"@', true],
    ['General;-General;General;"JNIT-2025-"@', true],
    ['0;"任"@', true],
    ['[$JNIT-]@', true],
    ['@@', true],
    ['yyyy"年";@', false],
    ['@', false],
    ['General', false],
    ['"JNIT-"000000', false],
    ['0;"A"0;"B"0', false],
    ['"A"0;0;0;@', false],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', false],
    [';;;', false],
  ])('are displayed with other letters or digits by the section for text only: %s', async (code, isOther) => {
    const cells = [
      '<c r="A1" t="str"><v>000031-K</v></c>',
      '<c r="B1" s="1" t="str"><v>000031-K</v></c>',
      '<c r="C1" s="1" t="inlineStr"><is><t>立伟</t></is></c>',
    ];
    expect(await otherwise(code, ...cells)).toEqual(isOther ? [1, 2] : []);
  });
});
