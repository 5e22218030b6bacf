import { readTable } from '../../../../src/platform/index.js';
import { aWorkbook, rowsOfTexts } from '../../../builders/files/workbooks.js';

describe('the sheets of a workbook', () => {
  const book = aWorkbook({
    sheets: [
      { name: '字典', hidden: true, rows: rowsOfTexts([['初级']]) },
      { name: '空', rows: '<row r="1"/>' },
      { name: '名单', rows: rowsOfTexts([['姓名']]) },
      { name: '说明', rows: rowsOfTexts([['请填写']]) },
    ],
  });

  it('are read from the first visible one with content', async () => {
    expect(await readTable(book, 100)).toEqual({ format: 'XLSX', rows: [{ line: 1, cells: ['姓名'] }], others: [] });
  });

  it('are read in one go on request, except those that exceed a limit', async () => {
    const names = ['一', '二', '三', '四'];
    const sheets = names.map((name) => ({ name, rows: rowsOfTexts([[name]], { from: name === '二' ? 101 : 1 }) }));
    const rows = (text: string): unknown[] => [{ line: 1, cells: [text] }];
    expect(await readTable(aWorkbook({ sheets }), 100, { otherSheets: 2 })).toEqual({
      format: 'XLSX',
      rows: rows('一'),
      others: [rows('三')],
    });
    expect(await readTable(book, 100, { otherSheets: 9 })).toMatchObject({ others: [[{ cells: ['请填写'] }]] });
  });
});
