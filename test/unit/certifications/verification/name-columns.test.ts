import { asked, N1, N2, N3, read, USUAL } from './list-sheets.js';

/** Cells between semicolons. */
const cellsOf = (text: string): string[][] => text.split(' | ').map((row) => row.split(';'));
/** Departments beside numbers. */
const MANY = Array.from({ length: 8 }, (_, at) => `${USUAL.print(2026, at + 1)};${at % 2 === 0 ? 'Sales' : '销售部'}`);
const NO_RIVALS = ['fang.wang@example.com', 'https://example.com/c/abc', 'A', '注'.repeat(21)];
const SPELLINGS = [
  'Wang, Fang',
  'WANG Fang',
  '王芳（Wang Fang）',
  'Fang Wang (王芳)',
  '王　芳',
  '王 芳',
  'O’Neil',
  "Conan O'Brien",
  '阿依古丽•买买提',
  '阿依古丽·买买提',
  '阿依古丽・买买提',
  'J. R. Berg',
  'Md. Rahim',
  'Sukarno',
  'Jean-Luc Picard',
  'Nguyễn Thị Hằng',
  'Анна Петрова',
  '김민준',
  'محمد علي',
  '\u200b王芳',
  '⺩芳',
  '𠮷田',
  '爱'.repeat(20),
];

describe('a column of names', () => {
  test.each(['Ng', '王', 'B', ...SPELLINGS])('is read by its head with %s in it', (name) => {
    expect(asked(['证书编号', '姓名'], [N1, name])).toMatchObject({ rows: [[2, N1, name]] });
  });

  test.each(SPELLINGS)('without a known head is not passed over for departments, with %s in it', (name) => {
    for (const department of ['Sales', '销售部'])
      expect(
        read([['Certificate No.', 'Person', 'Department'], ...[N1, N2].map((one) => [one, name, department])]),
      ).toMatchObject({ code: 'listNamesUnclear', data: { columns: 'Person (B)、Department (C)' } });
  });

  test.each(['曹泽林 (E1001)', 'Zelin Cao 1001', 'R&D 曹泽林', '曹泽林★'])(
    'without a known head is not passed over either if it holds %s',
    (name) => {
      expect(asked(['Certificate No.', 'Person', 'Department'], [N1, name, 'Sales'])).toBe('listNamesUnclear');
    },
  );

  test.each([
    'Wang, Fang',
    '王芳（Wang Fang）',
    'Fang Wang (王芳)',
    '王　芳',
    'O’Neil',
    '阿依古丽•买买提',
    'J. R. Berg',
  ])('without a known head is taken if it is the only one with words, such as %s', (name) => {
    expect(asked(['证书编号', '人员', '工号'], [N1, name, 'E1001'])).toMatchObject({
      name: '人员',
      rows: [[2, N1, name]],
    });
    expect(asked([N1, name, 'E1001', 'Yes', '2026-11-30', ...NO_RIVALS])).toMatchObject({ rows: [[1, N1, name]] });
  });

  test.each([
    ['Last name, first name', 'Cao, Zelin'],
    ['Display name', 'Zelin Cao'],
    ['Holder’s name', 'Zelin Cao'],
    ["Employee's Name", 'Zelin Cao'],
    ['Name of employee', 'Zelin Cao'],
    ['员工全名', '曹泽林'],
    ['全名', '曹泽林（Cao Zelin）'],
  ])('is known by the head %s', (head, name) => {
    expect(asked(['Certificate No.', head, 'Department'], [N1, name, 'Sales'])).toMatchObject({
      name: head,
      rows: [[2, N1, name]],
    });
  });

  test.each([
    ['Employee', 'E1001'],
    ['Employee', '20250001'],
    ['姓名', 'zelin.cao@example.com'],
    ['姓名', '13800138000'],
    ['姓名', '370102199003071234'],
    ['姓名', '2026-11-30'],
    ['Student', 'Yes'],
    ['Holder', N3],
  ])('that is one by its head, %s, but contains %s is refused and named', (head, cell) => {
    expect(
      read([
        [head, 'Certificate No.'],
        [cell, N1],
        [cell, N2],
      ]),
    ).toMatchObject({
      code: 'listNamesOther',
      data: { column: head },
      field: 'file',
    });
  });

  test('that is the plainest by its head is not given up for another one', () => {
    expect(read(cellsOf(`Recipient;Name;Credential ID | a@example.com;AI Basics;${N1}`))).toMatchObject({
      code: 'listNamesOther',
      data: { column: 'Recipient' },
    });
  });

  test('is unclear if it has the name that programs show beside another one', () => {
    expect(asked(...cellsOf(`Name;DisplayName;Certificate No. | Fang Wang;Wang, Fang (Sales);${N1}`))).toBe(
      'listNamesUnclear',
    );
  });

  test('is not passed over either if a third of its cells are words', () => {
    const rows = [
      [N1, '曹泽林', 'Sales'],
      [N2, 'E1002', 'Legal'],
      [N3, 'E1003', 'IT'],
    ];
    expect(asked(['证书编号', '人员', '去向'], ...rows)).toBe('listNamesUnclear');
  });

  test('may have some cells that are no names, but is judged where the certificate is certainly the academy’s', () => {
    expect(asked(['证书编号', '姓名'], [N1, '王芳'], [N2, '13800138000'])).toMatchObject({ name: '姓名' });
    expect(asked(['证书编号', '员工'], ['号码一', '工号'], [N1, 'E1001'])).toBe('listNamesOther');
  });

  test.each([
    ['a head of departments', `证书编号;部门 | ${N1};销售部`],
    ['a head with such a word', `Certificate No.;Employee Group | ${N1};Sales`],
    ['a head with such a word in one', `Certificate No.;DepartmentName | ${N1};Sales`],
    ['a head that ends so', `证书编号;所属部门（必填） | ${N1};销售部`],
    ['a head of courses', `证书编号;工号;课程名称 | ${N1};E1001;人工智能`],
    ['a head of people, but repeated beside many numbers', `证书编号;人员 | ${MANY.join(' | ')}`],
  ])('is not told by words under %s', (_, text) => {
    expect(asked(...cellsOf(text))).toBe('listLacksNames');
  });
});
