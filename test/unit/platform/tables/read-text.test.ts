import { readTable, type TableReading } from '../../../../src/platform/index.js';

const rowsIn = async (bytes: Buffer, more: Partial<TableReading> = {}): Promise<unknown> => {
  const read = await readTable(bytes, 100, more);
  return typeof read === 'string' ? read : read.rows;
};

describe('a text file', () => {
  it('may begin with the letters of an archive', async () => {
    expect(await rowsIn(Buffer.from('PK,姓名\n1,王芳\n'), { textOnly: true })).toEqual([
      { line: 1, cells: ['PK', '姓名'] },
      { line: 2, cells: ['1', '王芳'] },
    ]);
  });

  it('is read with the separator declared in its first line, text cells of Excel, and line ends of any kind', async () => {
    expect(await rowsIn(Buffer.from('sep=;\r\n编号;姓名\r\n="0012";王,芳\r\n'))).toEqual([
      { line: 2, cells: ['编号', '姓名'] },
      { line: 3, cells: ['0012', '王,芳'] },
    ]);
    expect(await rowsIn(Buffer.from('编号,姓名\r\n1,甲\n2,乙\r3,"丙\r\n丁"\r\n\r\n4,戊,,\r\n'))).toEqual([
      { line: 1, cells: ['编号', '姓名'] },
      { line: 2, cells: ['1', '甲'] },
      { line: 3, cells: ['2', '乙'] },
      { line: 4, cells: ['3', '丙\n丁'] },
      { line: 7, cells: ['4', '戊'], width: 4 },
    ]);
  });
});
