import { asked, MISTYPED, N1, N2, N3, rowsOf } from './list-sheets.js';

describe('heads of names in two lines', () => {
  test.each([
    ['序号,员工,,,证书编号 | 序号,工号,姓名,部门,证书编号', `1,E1001,曹泽林,销售部,${N1}`],
    ['序号,员工,员工,员工,证书编号 | 序号,工号,姓名,部门,证书编号', `1,E1001,曹泽林,销售部,${N1}`],
    ['持证人,,证书编号 | 部门,姓名,证书编号', `销售部,曹泽林,${N1}`],
    ['Employee,,Certificate No. | Staff ID,Name,Certificate No.', `E1001,曹泽林,${N1}`],
    ['学员,,,证书,, | 学号,姓名,单位,编号,名称,日期', `2025001,曹泽林,济南,${N1},人工智能,2026-11-30`],
    ['学员,学员,学员,证书,证书,证书 | 学号,姓名,单位,编号,名称,日期', `2025001,曹泽林,济南,${N1},人工智能,2026-11-30`],
  ])('count by the lower one, which is no question: %s', (heads, row) => {
    expect(asked(...rowsOf(heads), ...rowsOf(row))).toMatchObject({ rows: [[3, N1, '曹泽林']] });
  });

  test('refuse the list where the lower one has no known head of names', () => {
    expect(asked(...rowsOf(`持证人,,证书编号 | 部门,人员,证书编号 | 销售部,曹泽林,${N1}`))).toBe('listNamesUnclear');
  });
});

describe('lines above heads that sorting has moved down', () => {
  test.each([
    ['a mistyped number', MISTYPED],
    ['a number with a character too few', N3.slice(0, -3)],
  ])('with %s are questions, alone or with others', (_, number) => {
    expect(asked([number, '王芳'], ['证书编号', '姓名'], [N2, '李四'])).toMatchObject({
      rows: [
        [1, number, '王芳'],
        [3, N2, '李四'],
      ],
    });
    expect(asked([number, '王芳'], [N1, '张三'], ['证书编号', '姓名'], [N2, '李四'])).toMatchObject({
      rows: [
        [1, number, '王芳'],
        [2, N1, '张三'],
        [4, N2, '李四'],
      ],
    });
  });

  test('with another body’s number are questions beside one of the academy’s, mistyped or not', () => {
    expect(asked(['AB-12', '赵六'], [MISTYPED, '张三'], ['证书编号', '姓名'], [N2, '李四'])).toMatchObject({
      rows: [
        [1, 'AB-12', '赵六'],
        [2, MISTYPED, '张三'],
        [4, N2, '李四'],
      ],
    });
    expect(asked(['AB-12', '赵六'], [N1, '张三'], ['', '王芳'], ['证书编号', '姓名'], [N2, '李四'])).toMatchObject({
      rows: [
        [1, 'AB-12', '赵六'],
        [2, N1, '张三'],
        [5, N2, '李四'],
      ],
    });
  });

  test('are none if they are titles and notes', () => {
    expect(
      asked(
        ['2026-11-30 打印', ''],
        ['20261130', '制表'],
        ['JITA Graduates', '名单'],
        ['Order 20260001', 'Page'],
        ['证书编号', '姓名'],
        [N2, '李四'],
      ),
    ).toMatchObject({ rows: [[6, N2, '李四']] });
  });
});

describe('titles and notes among such lines', () => {
  test.each([
    ['2026-11-30', '制表'],
    ['0531-88888888', '电话'],
    ['填写说明', '张三'],
    ['第 1 页', ''],
  ])('are no questions: %s, %s', (...title) => {
    expect(asked(title, [N1, '张三'], ['证书编号', '姓名'], [N2, '李四'])).toMatchObject({
      rows: [
        [2, N1, '张三'],
        [4, N2, '李四'],
      ],
    });
  });
});

describe('a form for one person', () => {
  test.each([
    `证书编号,${N1} | 姓名,曹泽林`,
    `姓名,曹泽林 | 证书编号,${N1}`,
    `编号,${N1} | 姓名,曹泽林`,
    `姓名,曹泽林 | 部门,销售部 | 证书编号,${N1}`,
    `Name,Zelin Cao | Department,Sales | Certificate No.,${N1}`,
    `姓名,曹泽林,性别,男 | 证书编号,${N1},部门,销售部`,
  ])('is refused as one: %s', (text) => {
    expect(asked(...rowsOf(text))).toBe('listIsForm');
  });

  test('is refused in any case where its labels are less plain or its number is mistyped', () => {
    for (const text of [
      `Name,Zelin Cao | Dept,Sales | No,${N1}`,
      `Name,Zelin Cao | Dept,Sales | Certificate No.,${N1} | City,Jinan`,
      `证书编号,${N1} | 学员名称,曹泽林`,
      `证书编号,${N1} | 学员名称,曹泽林 | 部门,销售部`,
      `证书编号,${MISTYPED} | 姓名,曹泽林`,
      `姓名,曹泽林 | 证书编号,${MISTYPED}`,
    ])
      expect(asked(...rowsOf(text))).toMatch(/^list/);
  });

  test('in one line is read rightly', () => {
    expect(asked(['姓名', '曹泽林', '证书编号', N1])).toMatchObject({ rows: [[1, N1, '曹泽林']] });
  });
});
