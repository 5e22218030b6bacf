import { VOCATIONAL_PATTERN } from '../../../../src/certifications/core/domain/index.js';
import { asked, MISTYPED, N1, N2, N3, patternOf, read, rowsOf, USUAL } from './list-sheets.js';

describe('the columns of a list', () => {
  test.each([
    [['编号', '姓名', '证书号码'], '证书号码', '姓名'],
    [['No.', 'Name', 'Certificate No.'], 'Certificate No.', 'Name'],
    [['姓名（拼音）', '姓名', '证书编号'], '证书编号', '姓名'],
    [['编号', '姓名（必填）', '证书编号（必填）'], '证书编号（必填）', '姓名（必填）'],
    [['编号', '姓名 Name', '证书编号 / Certificate No.'], '证书编号 / Certificate No.', '姓名 Name'],
    [['Staff No', 'Name', 'Certificate #'], 'Certificate #', 'Name'],
    [['Credential ID', 'Staff ID', 'Name'], 'Credential ID', 'Name'],
    [['Name', 'Certificate Number', 'Full Name'], 'Certificate Number', 'Full Name'],
  ])('are those that name the certificate and the plain name: %j', (heads, number, name) => {
    expect(asked(heads, ['Ann', 'Ben', 'Cai'])).toMatchObject({ number, name });
  });

  test.each([
    [['Name', 'Certificate', 'Number'], ['Wang Fang', 'AI-900 Azure AI Fundamentals', N1], 'Number'],
    [['Name', 'Certificate', 'No.'], ['Wang Fang', 'PL-300 Power BI', N1], 'No.'],
    [['No.', 'Name', 'Certificate'], ['1', 'Wang Fang', N1], 'Certificate'],
    [['编号', '姓名', '证书编号'], [N1, '王芳', ''], '编号'],
    [['编号', '姓名', '证书编号'], ['JN-2020-0001', '王芳', N1], '证书编号'],
    [['姓名', '身份证号', '本院结业号'], ['王芳', '370102199003071234', N1], '本院结业号'],
    [['姓名', '手机号', '结业证书编号'], ['王芳', '13800138000', N1], '结业证书编号'],
  ])('are those with the academy’s numbers in them, where no head names these: %j', (heads, row, number) => {
    expect(asked(heads, row)).toMatchObject({ number, rows: [[2, N1, expect.any(String)]] });
  });

  test.each([
    ['non-breaking hyphens', N1.replaceAll('-', '\u2011')],
    ['en dashes', N1.replaceAll('-', '\u2013')],
    ['full-width characters', N1.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
    ['the apostrophe of a workbook', `'${N1}`],
    ['underscores', N1.replaceAll('-', '_')],
    ['spaces', N1.replaceAll('-', ' ')],
    ['no signs, in lower case', N1.replaceAll('-', '').toLowerCase()],
  ])('are told by numbers with %s', (_, written) => {
    for (const heads of [
      ['编号', '姓名', '证书编号'],
      ['工号', '姓名', '编号'],
    ])
      expect(asked(heads, ['EMP-2025-001', '王芳', written])).toMatchObject({
        number: heads[2],
        rows: [[2, written, '王芳']],
      });
  });

  test('are told by rows of the whole list', () => {
    const staff = Array.from({ length: 900 }, (_, at) => [`20250${at + 100}`, '李四', '']);
    const list = [...staff, ['20251000', '王芳', N1]];
    expect(asked(['编号', '姓名', '证书编号'], ...list)).toMatchObject({ number: '证书编号' });
    expect(asked(['工号', '姓名', '编号'], ...list)).toMatchObject({ number: '编号' });
  });

  test('keep a mistyped number among others, which is answered like them', () => {
    expect(asked(['工号', '姓名', '编号'], ['1', '王芳', N1], ['2', '李四', MISTYPED])).toMatchObject({
      number: '编号',
      rows: [
        [2, N1, '王芳'],
        [3, MISTYPED, '李四'],
      ],
    });
    expect(asked([MISTYPED, '王芳'], [N1, '李四'])).toMatchObject({
      rows: [
        [1, MISTYPED, '王芳'],
        [2, N1, '李四'],
      ],
    });
    expect(asked(['姓名', '证书编号'], ['王芳', MISTYPED])).toMatchObject({ rows: [[2, MISTYPED, '王芳']] });
  });

  test('are told by what is in them where there are no heads, in either order', () => {
    expect(asked(['王芳', N1, '13800000000'], ['李四', N2, ''])).toMatchObject({
      number: 'B',
      name: 'A',
      rows: [
        [1, N1, '王芳'],
        [2, N2, '李四'],
      ],
    });
    for (const row of [
      [N1, 'Wang Fang'],
      ['Wang Fang', '13800138000', N1],
      ['2026-11-30', 'Wang Fang', N1],
      ['Wang Fang', '370102199003071234', N1],
      [N1, 'Wang Fang', 'No'],
    ])
      expect(asked(row)).toMatchObject({ rows: [[1, N1, 'Wang Fang']] });
  });

  test.each([
    ['listLacksNumbers', '编号,姓名 | EMP-2025-001,王芳 | EMP-2025-002,李四'],
    ['listLacksNumbers', 'Number,Name | 20250001,Wang Fang'],
    ['listLacksNumbers', '姓名,身份证号,电话 | 王芳,370102199003071234,13800138000'],
    ['listLacksNumbers', '王芳,370102199003071234 | 李四,370102199003071253'],
    ['listLacksNumbers', '王芳,13800138000 | 李四,13800138001'],
    ['listLacksNumbers', `人名,结业号 | 王芳,${N1} | 李四,${N2}`],
    ['listLacksNumbers', `王芳,无 | 李四,${N2} | 张三,${N1}`],
    ['listLacksNumbers', '城市,天气 | 济南,晴'],
    ['listLacksNumbers', `王芳 ${N1}`],
    ['listLacksNames', `${N1} | ${N2}`],
    ['listLacksNames', `证书编号,姓名 | ${N1}, | ${N2},`],
    ['listLacksNames', '证书编号,填写说明 | 结业证书,见右上角'],
    ['listLacksNames', `Surname,Certificate No. | Wang,${N1}`],
    ['listNumbersPersonal', '姓名,证书编号 | 王芳,370102199003071234'],
    ['listNumbersPersonal', "姓名,证书编号 | 王芳,'370102 19900307 123x"],
    ['listNumbersPersonal', '姓名,证书编号 | 王芳,+86 138-0013-8000'],
    ['listNumbersPersonal', '姓名,证书编号 | 王芳,2026/11/30 | 李四,2026年1月5日'],
  ])('are refused with %s where none can be told: %s', (code, rows) => {
    expect(asked(...rowsOf(rows))).toBe(code);
  });

  test.each([
    ['listNumbersUnclear', `编号,姓名,原编号 | ${N1},王芳,${N2}`, '编号 (A)、原编号 (C)'],
    ['listNumbersUnclear', `姓名,证书号,姓名,证书号 | 王芳,${N1},李四,${N2}`, '证书号 (B)、证书号 (D)'],
    ['listNumbersUnclear', `编号,姓名,证书编号 | ${N1},王芳,AI 基础`, '证书编号 (C)、编号 (A)'],
    ['listNumbersUnclear', '证书编号,姓名,证书号 | A1,王芳,B1', '证书编号 (A)、证书号 (C)'],
    ['listNumbersUnclear', `${N1},王芳,${N2}`, 'A、C'],
    ['listNamesUnclear', `王芳,${N1},济南 | 李四,${N2},青岛`, 'A、C'],
    ['listNamesUnclear', `First Name,Last Name,Cert No | Fang,Wang,${N1}`, 'First Name (A)、Last Name (B)'],
    ['listNamesUnclear', `Name,Surname,Cert No | Fang,Wang,${N1}`, 'Name (A)、Surname (B)'],
    ['listNamesUnclear', `Name,Employee,Cert No | AI Basics,Wang Fang,${N1}`, 'Name (A)、Employee (B)'],
  ])('are refused with %s, and named, where several may be meant: %s', (code, rows, columns) => {
    expect(read(rowsOf(rows))).toMatchObject({ code, data: { columns }, field: 'file' });
  });

  test('are the one whose head names the certificate, also beside earlier numbers of it', () => {
    expect(asked(['原证书编号', '姓名', '证书编号'], [N3, '王芳', N1])).toMatchObject({ number: '证书编号' });
    expect(asked(['证书编号（旧）', '姓名', '证书编号'], [N3, '王芳', N1])).toMatchObject({ number: '证书编号' });
  });

  test('are told by the plainest of several heads of names', () => {
    expect(asked(['证书编号', 'Name', '姓名'], [N1, 'Wang Fang', '王芳'])).toMatchObject({ name: '姓名' });
    expect(asked(['证书编号', '姓名', '员工姓名'], [N1, '', '王芳'])).toMatchObject({ name: '员工姓名' });
    expect(asked(['证书编号', 'Name', 'Certificate Holder'], [N1, 'AI', 'Wang Fang'])).toMatchObject({
      name: 'Certificate Holder',
    });
    expect(asked(['编号', '学生'], [N1, '王芳'])).toMatchObject({ name: '学生' });
  });

  test('are found among forty, blank ones between them', () => {
    const wide = (number: string, name: string, other: string): string[] =>
      Array.from({ length: 40 }, (_, at) => (at === 37 ? number : at === 21 ? name : at % 3 === 0 ? '' : other));
    expect(asked(wide('', '姓名', '备注'), wide(N1, '王芳', 'x'), wide(N2, '李四', '2'))).toMatchObject({
      number: 'AL',
      name: '姓名',
      rows: [
        [2, N1, '王芳'],
        [3, N2, '李四'],
      ],
    });
  });

  test('are told by numbers of any earlier pattern, but not by one of digits alone', () => {
    const [digits, vocational] = [patternOf('{YYYY}{SEQ:4}'), patternOf(VOCATIONAL_PATTERN)];
    const list = (number: string) => [
      ['工号', '姓名'],
      [number, '王芳'],
    ];
    expect(read(list(vocational.print(2026, 7)), [USUAL, vocational])).toMatchObject({ columns: { number: '工号' } });
    expect(read(list('20261130'), [USUAL, digits])).toMatchObject({ code: 'listLacksNumbers' });
    // A date, if it were not under this head.
    expect(
      read(
        [
          ['证书编号', '姓名'],
          ['20261130', '王芳'],
        ],
        [USUAL, digits],
      ),
    ).toMatchObject({
      columns: { number: '证书编号' },
    });
  });
});
