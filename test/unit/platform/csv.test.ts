import fc from 'fast-check';
import { csvOf } from '../../../src/platform/files/csv.js';
import { formulaRestored, withoutFormula } from '../../../src/platform/files/tables/formulas.js';
import { readTable } from '../../../src/platform/index.js';

describe('a CSV', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    '\u200b=1',
    '\u2212 1',
  ])('starts no formula with %j', (cell) => {
    expect(csvOf(['a'], [[cell]]).split('a\r\n')[1]).toMatch(/^"?'/);
  });

  it.each([
    ['陈思华;=1+2', "陈思华;'=1+2"],
    ['陈思华\t=1+2', "陈思华\t'=1+2"],
    ['陈思华; ＋1', "陈思华;' ＋1"],
    ['陈思华;;\u200b@A1;-1', "陈思华;;'\u200b@A1;'-1"],
  ])('starts none in %j where a semicolon or a tab separates cells', (cell, written) => {
    expect(csvOf(['a'], [[cell]])).toBe(`\uFEFFa\r\n${written}\r\n`);
  });

  it.each(['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085'])('starts none behind %j, and ends no row there', (end) => {
    expect(csvOf(['a'], [[`亓昉${end}=1+1`]])).toBe(`\uFEFFa\r\n"亓昉${end}'=1+1"\r\n`);
    expect(csvOf(['a'], [[`亓昉${end}王芳`]])).toBe(`\uFEFFa\r\n"亓昉${end}王芳"\r\n`);
  });

  it('starts none in its first row', () => {
    expect(csvOf(['=1+1'], [])).toBe("\uFEFF'=1+1\r\n");
  });

  it.each(['王芳', 'a=b', '2026-03-01', '１２', '王芳; 李四;', 'a;b=c;d-1', "'tis", "O'Neil;x", '1;2\t3'])(
    'leaves %j as it is',
    (cell) => {
      expect(csvOf(['a'], [[cell]])).toBe(`\uFEFFa\r\n${cell}\r\n`);
    },
  );

  const written = fc.string({
    unit: fc.constantFrom('=', '-', '＠', "'", '"', ';', ',', '\t', '\n', ' ', '\u200b', '\u2028', '王', 'a', '1'),
    maxLength: 12,
  });

  it('is read back by our own reader as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 4 }), async (cells) => {
        for (const cell of cells) expect(formulaRestored(withoutFormula(cell))).toBe(cell);
        const read = await readTable(Buffer.from(csvOf(['a', '甲', 'b'], [['x', ...cells, 'y']])), 10);
        if (typeof read === 'string') throw new Error(read);
        expect(read.rows[1]?.cells).toEqual(['x', ...cells, 'y']);
      }),
      { numRuns: 500 },
    );
  });
});
