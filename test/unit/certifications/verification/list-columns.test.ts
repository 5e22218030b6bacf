import { asked, MISTYPED, N1, N2, N3, N4, read, rowsOf } from './list-sheets.js';

describe('the columns of a list', () => {
  test('are found by their heads, in any order and language, below a title', () => {
    expect(
      asked(['2026 年入职人员'], ['工号', '姓名', '证书编号（必填）'], ['7', '王芳', 'JITA-2026-000001-K']),
    ).toEqual({ number: '证书编号（必填）', name: '姓名', rows: [[3, 'JITA-2026-000001-K', '王芳']] });
    expect(asked(['Certificate No.', 'Full Name', 'Note'], ['A1', ' Wang Fang ', ''])).toEqual({
      number: 'Certificate No.',
      name: 'Full Name',
      rows: [[2, 'A1', 'Wang Fang']],
    });
  });

  test.each([
    ['are merged', '序号,姓名,证书信息,证书信息 | 序号,姓名,证书编号,级别'],
    ['are in two rows', '序号,姓名,证书信息, | ,,证书编号,级别'],
    ['are in two rows, the lower one plain', '序号,姓名,证书信息, | ,,编号,级别'],
    ['are in two languages', '序号,姓名,证书编号,级别 | No.,Name,Certificate No.,Level'],
    ['follow titles', '2026 年证书编号名单,,, | 人力资源部,,, | 序号,姓名,证书编号,级别'],
  ])('have heads that %s, which are no question', (_, text) => {
    const heads = rowsOf(text);
    expect(asked(...heads, ['1', '王芳', N1, '中级'], ['2', '李四', N2, '高级'])).toMatchObject({
      rows: [
        [heads.length + 1, N1, '王芳'],
        [heads.length + 2, N2, '李四'],
      ],
    });
  });

  test('have heads that are repeated on every page of paper, which are no question', () => {
    const heads = ['姓名', '证书编号'];
    expect(asked(heads, ['王芳', N1], heads, ['李四', N2])).toMatchObject({
      rows: [
        [2, N1, '王芳'],
        [4, N2, '李四'],
      ],
    });
  });

  test('keep the questions that sorting has moved above their heads', () => {
    expect(asked([N1, '王芳'], ['证书编号', '姓名'], [N2, '李四'])).toMatchObject({
      rows: [
        [1, N1, '王芳'],
        [3, N2, '李四'],
      ],
    });
  });

  test('are never told by a question for a head: "No" and "员工" may be in it', () => {
    expect(asked(['王芳', MISTYPED, 'No'], ['李四', N2, 'No'], ['张三', N3, 'Yes'])).toMatchObject({ number: 'B' });
    expect(asked(['证书编号', '姓名', '在职'], ['A1', '', 'No'], ['A2', '王芳', 'No'])).toMatchObject({
      rows: [
        [2, 'A1', ''],
        [3, 'A2', '王芳'],
      ],
    });
  });

  test('a row that lacks one of the two is kept, for it too is answered; a blank one is not', () => {
    expect(asked(['证书编号', '姓名'], ['A1', ''], ['', ''], ['', '王芳'])).toMatchObject({
      rows: [
        [2, 'A1', ''],
        [4, '', '王芳'],
      ],
    });
  });

  test('are empty or too many', () => {
    expect(asked(['编号', '姓名'])).toBe('listEmpty');
    expect(asked()).toBe('listEmpty');
    expect(asked(['编号', '姓名'], ...Array.from({ length: 10_001 }, () => [N4, 'B']))).toBe('listTooLong');
  });

  test.each([
    ['a name that goes on behind white space', '王芳' + ' '.repeat(250) + '张三'],
    ['a name that may have been cut', '王芳' + ' '.repeat(398)],
    ['a name longer than is stored', '王'.repeat(101)],
  ])('with %s refuse the list and say in which row', (_, name) => {
    const list = read([
      ['证书编号', '姓名'],
      ['A1', '李四'],
      ['A2', name],
    ]);
    expect(list).toMatchObject({ code: 'listCellTooLong', data: { line: 3, most: 100 } });
    expect(asked(['证书编号', '姓名'], [name, '王芳'])).toBe('listCellTooLong');
  });

  test.each([
    ['a name', 'A2', '\u202e王芳'],
    ['a number', 'A\u20672', '王芳'],
  ])('refuse the list where controls change how %s reads, and say in which row', (_, number, name) => {
    const list = read([
      ['证书编号', '姓名'],
      ['A1', '李四'],
      [number, name],
    ]);
    expect(list).toMatchObject({ code: 'listCellReordered', data: { line: 3 } });
    expect(asked(['证书编号', '姓名', '备注'], ['A1', '李\u200b四', '\u202e'])).toMatchObject({
      rows: [[2, 'A1', '李\u200b四']],
    });
  });

  test('keep every character of a row; white space at the ends and long cells elsewhere do not matter', () => {
    const row = ['𠮷'.repeat(100), ` ${'王'.repeat(100)} `, '注'.repeat(400)];
    expect(asked(['证书编号', '姓名', '备注'], row)).toMatchObject({ rows: [[2, row[0], row[1]!.trim()]] });
  });
});
