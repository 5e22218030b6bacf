import { readSubmittedList } from '../../../../src/certifications/verification/domain/list-columns.js';
import { Refusal } from '../../../../src/platform/refusals.js';

const sheet = (...rows: readonly string[][]) => rows.map((cells, at) => ({ line: at + 1, cells }));
const asked = (...rows: readonly string[][]) => {
  const list = readSubmittedList(sheet(...rows));
  return list instanceof Refusal
    ? list.code
    : { ...list.columns, rows: list.rows.map(({ line, number, name }) => [line, number, name]) };
};

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
    [['编号', '姓名', '证书号码'], '证书号码', '姓名'],
    [['No.', 'Name', 'Certificate No.'], 'Certificate No.', 'Name'],
    [['姓名（拼音）', '姓名', '证书编号'], '证书编号', '姓名'],
    [['编号', '姓名（必填）', '证书编号（必填）'], '证书编号（必填）', '姓名（必填）'],
  ])('are those that name the certificate and the plain name: %j', (heads, number, name) => {
    expect(asked(heads, ['A1', 'B2', 'C3'])).toMatchObject({ number, name });
  });

  test.each([
    [['Name', 'Certificate', 'Number'], ['Wang Fang', 'AI Basics', 'JITA-2026-000001-K'], 'Number'],
    [['No.', 'Name', 'Certificate'], ['1', 'Wang Fang', 'JITA-2026-000001-K'], 'Certificate'],
    [['编号', '姓名', '证书编号'], ['JN-2020-0001', '王芳', ''], '编号'],
    [['编号', '姓名', '证书编号'], ['JN-2020-0001', '王芳', 'JITA-2026-000001-K'], '证书编号'],
  ])('are those with numbers in them, where several heads would do: %j', (heads, row, number) => {
    expect(asked(heads, row)).toMatchObject({ number });
  });

  test('are guessed from what stands in them where there are no heads', () => {
    expect(asked(['王芳', 'JITA-2026-000001-K', '13800000000'], ['李四', 'JITA-2026-000002-M', ''])).toMatchObject({
      number: 'B',
      name: 'A',
      rows: [
        [1, 'JITA-2026-000001-K', '王芳'],
        [2, 'JITA-2026-000002-M', '李四'],
      ],
    });
  });

  test('a row that lacks one of the two is kept, for it too is answered; a blank one is not', () => {
    expect(asked(['编号', '姓名'], ['A1', ''], ['', ''], ['', '王芳'])).toMatchObject({
      rows: [
        [2, 'A1', ''],
        [4, '', '王芳'],
      ],
    });
  });

  test('are missing, empty or too many', () => {
    expect(asked(['城市', '天气'], ['济南', '晴'])).toBe('listLacksColumns');
    expect(asked(['编号', '姓名'])).toBe('listEmpty');
    expect(asked()).toBe('listEmpty');
    expect(asked(['编号', '姓名'], ...Array.from({ length: 10_001 }, () => ['A', 'B']))).toBe('listTooLong');
  });

  test.each([
    ['a name that goes on behind white space', '王芳' + ' '.repeat(250) + '张三'],
    ['a name that may have been cut', '王芳' + ' '.repeat(398)],
    ['a name longer than is stored', '王'.repeat(101)],
  ])('with %s refuse the list and say in which row', (_, name) => {
    const list = readSubmittedList(sheet(['编号', '姓名'], ['A1', '李四'], ['A2', name]));
    expect(list).toMatchObject({ code: 'listCellTooLong', data: { line: 3, most: 100 } });
    expect(asked(['编号', '姓名'], [name, '王芳'])).toBe('listCellTooLong');
  });

  test.each([
    ['a name', 'A2', '\u202e王芳'],
    ['a number', 'A\u20672', '王芳'],
  ])('refuse the list where controls change how %s reads, and say in which row', (_, number, name) => {
    const list = readSubmittedList(sheet(['编号', '姓名'], ['A1', '李四'], [number, name]));
    expect(list).toMatchObject({ code: 'listCellReordered', data: { line: 3 } });
    expect(asked(['编号', '姓名', '备注'], ['A1', '李\u200b四', '\u202e'])).toMatchObject({
      rows: [[2, 'A1', '李\u200b四']],
    });
  });

  test('keep every character of a row; white space at the ends and long cells elsewhere do not matter', () => {
    const row = ['𠮷'.repeat(100), ` ${'王'.repeat(100)} `, '注'.repeat(400)];
    expect(asked(['编号', '姓名', '备注'], row)).toMatchObject({ rows: [[2, row[0], row[1]!.trim()]] });
  });
});
