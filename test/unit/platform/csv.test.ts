import { csvOf } from '../../../src/platform/files/csv.js';

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

  it.each(['王芳', 'a=b', '2026-03-01', '１２'])('leaves %j as it is', (cell) => {
    expect(csvOf(['a'], [[cell]])).toBe(`\uFEFFa\r\n${cell}\r\n`);
  });

  it.each(['亓昉\n=1+1', '亓昉\r=1+1', '亓昉\r\n=1+1'])('keeps %j in one cell', (cell) => {
    expect(csvOf(['a'], [[cell]])).toBe(`\uFEFFa\r\n"${cell}"\r\n`);
  });
});
