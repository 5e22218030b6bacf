import { cellReader, shapesOf } from '../../../../src/certifications/verification/domain/number-cells.js';
import { readSubmittedList } from '../../../../src/certifications/verification/domain/list-columns.js';
import { doubtsOf } from '../../../../src/certifications/verification/domain/list-doubts.js';
import { readTable } from '../../../../src/platform/index.js';
import { Refusal } from '../../../../src/platform/refusals.js';
import { asked, N1, N2, N3, N4, patternOf, rowsOf, USUAL } from './list-sheets.js';

const refusalOf = (source: { isText?: boolean }, ...rows: readonly string[][]) => {
  const lines = rows.map((cells, at) => ({ line: at + 1, cells }));
  const list = readSubmittedList(lines, cellReader(shapesOf([USUAL])), source);
  return list instanceof Refusal ? { code: list.code, ...list.data } : null;
};

describe('tables pasted below each other', () => {
  test.each([
    ['in another order', `证书编号,姓名,部门 | ${N1},王芳,销售 | 姓名,证书编号,部门 | 李四,${N2},研发`],
    ['with other heads', `证书编号,姓名 | ${N1},王芳 | Name,Certificate No. | 李四,${N2}`],
    ['with a column more', `姓名,证书编号 | 王芳,${N1} | 工号,姓名,证书编号 | E2,李四,${N2}`],
    ['with one head in its place', `证书编号,姓名,主管 | ${N1},王芳,李敏 | 证书编号,主管,姓名 | ${N2},张伟,李四`],
  ])('are refused, with the line of the second heads: %s', (_, sheet) => {
    expect(refusalOf({}, ...rowsOf(sheet))).toEqual({ code: 'listHasMoreHeads', line: 3 });
  });

  test.each(['证书编号,姓名', '编号,姓名'])('are read if the heads are the same, as on printed sheets: %s', (heads) => {
    expect(asked(...rowsOf(`${heads} | ${N1},王芳 | ${heads} | ${N2},李四`))).toMatchObject({
      rows: [
        [2, N1, '王芳'],
        [4, N2, '李四'],
      ],
    });
  });
});

describe('lines whose number stands in another column', () => {
  test.each([
    ['exchanged with the name', `姓名,证书编号 | 王芳,${N1} | 赵六,${N3} | ${N2},李四`, 'A'],
    ['moved by a column', `姓名,证书编号, | 王芳,${N1}, | 赵六,${N3} | E2,李四,${N2}`, 'C'],
  ])('are refused, with line and column: %s', (_, sheet, found) => {
    expect(refusalOf({}, ...rowsOf(sheet))).toEqual({
      code: 'listNumberElsewhere',
      line: 4,
      found,
      column: '证书编号',
    });
  });

  test('are read if the other column is one of numbers, too, which is named as not read', () => {
    const rows = rowsOf(`姓名,证书编号,原证书编号 | 王芳,${N1},${N3} | 李四,${N2},${N4} | 赵六,待发,${N4}`);
    const list = readSubmittedList(
      rows.map((cells, at) => ({ line: at + 1, cells })),
      cellReader(shapesOf([USUAL])),
    );
    expect(list).toMatchObject({ columns: { number: '证书编号', notRead: { columns: ['原证书编号'], sheets: [] } } });
  });
});

describe('lines of a text file with more cells than heads', () => {
  test.each([
    `Certificate No,Name | ${N1},Wang Fang | ${N2},Feng, Jianbo`,
    `Name,Certificate No,Dept | Wang Fang,${N1},IT | Li Si,${N2},IT,left`,
  ])('are refused: a comma was taken for the end of a cell: %s', (sheet) => {
    expect(refusalOf({ isText: true }, ...rowsOf(sheet))).toEqual({ code: 'listRowTooLong', line: 3 });
    expect(refusalOf({ isText: false }, ...rowsOf(sheet))).toBeNull();
  });

  test.each([
    `证书编号,姓名,\n${N1},王芳,已离职\n`,
    `证书编号;姓名;;\n${N1};王芳;;已离职\n`,
    `${N1},王芳,\n${N2},李四,2025\n`,
  ])('are no fault if their own heads are blank, as a spreadsheet saves them: %j', async (text) => {
    const read = await readTable(Buffer.from(text), 100);
    if (typeof read === 'string') throw new Error(read);
    expect(readSubmittedList(read.rows, cellReader(shapesOf([USUAL])), { isText: true })).not.toBeInstanceOf(Refusal);
  });
});

describe('numbers that a spreadsheet stores as others than it shows', () => {
  test.each([
    ['1.23456789012345E+21', [], 'listNumberRounded'],
    ['1.23457e+21', [], 'listNumberRounded'],
    ['1234', [1], 'listCellFormatted'],
  ])('refuse the list, and say in which row: %s', (number, shownOtherwise, code) => {
    const rows = rowsOf(`姓名,证书编号 | 王芳,${N1} | 李四,${number} | 赵六,${N2}`);
    const lines = rows.map((cells, at) => ({ line: at + 1, cells, ...(at === 2 ? { shownOtherwise } : {}) }));
    const list = readSubmittedList(lines, cellReader(shapesOf([USUAL])));
    expect(list).toMatchObject({ code, data: { line: 3, column: '证书编号', found: number } });
  });

  test('refuse the list for a name, too, whose format adds to it', () => {
    const rows = rowsOf(`姓名,证书编号 | 王芳,${N1} | 立伟,${N2}`);
    const lines = rows.map((cells, at) => ({ line: at + 1, cells, ...(at === 2 ? { shownOtherwise: [0] } : {}) }));
    expect(readSubmittedList(lines, cellReader(shapesOf([USUAL])))).toMatchObject({
      code: 'listCellFormatted',
      data: { line: 3, column: '姓名', found: '立伟' },
    });
  });

  test.each([',5', '合计,5', '5,', 'total:,5'])(
    'are no fault in the line of a total, which is doubtful: %s',
    (total) => {
      const rows = rowsOf(`姓名,证书编号 | 王芳,${N1} | 李四,${N2} | ${total}`);
      const lines = rows.map((cells, at) => ({ line: at + 1, cells, ...(at === 3 ? { shownOtherwise: [0, 1] } : {}) }));
      const list = readSubmittedList(lines, cellReader(shapesOf([USUAL])));
      if (list instanceof Refusal) throw new Error(list.code);
      expect(list.rows).toHaveLength(3);
      const { incomplete, unusual } = list.columns.doubts!;
      expect([...incomplete.rows, ...unusual.rows]).toMatchObject([{ line: 4 }]);
    },
  );

  test('are a fault in a line without a name if what is stored is a number of this academy, and not the one shown', () => {
    const rows = rowsOf(`姓名,证书编号 | 王芳,${N1} | ,${N2}`);
    const lines = rows.map((cells, at) => ({ line: at + 1, cells, ...(at === 2 ? { shownOtherwise: [1] } : {}) }));
    expect(readSubmittedList(lines, cellReader(shapesOf([USUAL])))).toMatchObject({ code: 'listCellFormatted' });
  });

  test('do not matter in other columns, nor are they numbers of others with an E', () => {
    const rows = rowsOf(`姓名,证书编号,工号 | 王芳,${N1},1234 | 李四,3E00123,1.23456789012345E+21`);
    const lines = rows.map((cells, at) => ({ line: at + 1, cells, ...(at > 0 ? { shownOtherwise: [2] } : {}) }));
    expect(readSubmittedList(lines, cellReader(shapesOf([USUAL])))).toMatchObject({ rows: [{ line: 2 }, { line: 3 }] });
  });
});

describe('rows that an employer should look at', () => {
  const doubts = (...rows: readonly (readonly [string, string])[]) =>
    doubtsOf(
      rows.map(([number, name], at) => ({ line: at + 2, number, name })),
      cellReader(shapesOf([USUAL, patternOf('{YYYY}{SEQ:5}')])),
    );

  test('are those with another kind of number or name, or without one, from the whole list', () => {
    const rows = [
      [N1, '王芳'],
      ['E1001', '李四'],
      [N2, '销售部 3'],
      [`${N1} ${N2}`, '赵六'],
      ...Array.from({ length: 6 }, (_, at) => [`https://academy.example/c/x?n=${at}`, '钱七'] as const),
      ['', '孙八'],
    ] as const;
    expect(doubts(...rows)).toEqual({
      incomplete: { count: 1, rows: [{ line: 12, number: '', name: '孙八' }] },
      unusual: { count: 9, rows: [3, 4, 6, 8, 10].map((line) => expect.objectContaining({ line }) as unknown) },
    });
  });

  test('are not those with invisible characters, which are ignored, but those whose name cannot be compared', () => {
    expect(
      doubts(
        [N1, '汪\u{e0100}欣'],
        [`${N2}\ufe00`, '王\u3164芳\u200b'],
        [`“${N1}”`, '亓\ufe00飞'],
        [N2, '汪-欣'],
        [N1, '汪\u00ad欣'],
        [N2, '汪♥欣'],
      ).unusual,
    ).toMatchObject({ count: 3, rows: [{ line: 5 }, { line: 6 }, { line: 7 }] });
  });

  test('are none in a usual list, with former numbers among them', () => {
    expect(doubts([N1, '王芳'], [N2.toLowerCase(), 'Wang, Fang'], ['202600007', '李四'])).toEqual({
      incomplete: { count: 0, rows: [] },
      unusual: { count: 0, rows: [] },
    });
  });
});
