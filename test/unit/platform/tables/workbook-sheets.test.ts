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
    expect(await readTable(book, 100)).toEqual({
      format: 'XLSX',
      sheet: '名单',
      rows: [{ line: 1, cells: ['姓名'] }],
      others: [],
    });
  });

  it('are read in one go on request, except those that exceed a limit', async () => {
    const names = ['一', '二', '三', '四'];
    const sheets = names.map((name) => ({ name, rows: rowsOfTexts([[name]], { from: name === '二' ? 101 : 1 }) }));
    const rows = (text: string): unknown[] => [{ line: 1, cells: [text] }];
    expect(await readTable(aWorkbook({ sheets }), 100, { otherSheets: 2 })).toEqual({
      format: 'XLSX',
      rows: rows('一'),
      sheet: '一',
      others: [{ sheet: '三', rows: rows('三') }],
    });
    expect(await readTable(book, 100, { otherSheets: 9 })).toMatchObject({
      others: [{ rows: [{ cells: ['请填写'] }] }],
    });
  });

  it('are named on request if they have content that was not read; empty and hidden ones are not', async () => {
    const sheets = [
      { name: '2025', rows: rowsOfTexts([['姓名']]) },
      { name: 'Sheet2', rows: '<row r="1"><c r="A1" s="0"/></row>' },
      { name: '2026', rows: rowsOfTexts([['王芳']]) },
      { name: '字典', hidden: true, rows: rowsOfTexts([['初级']]) },
    ];
    expect(await readTable(aWorkbook({ sheets }), 100, { nameUnread: true })).toMatchObject({
      sheet: '2025',
      unread: ['2026'],
    });
  });
});
