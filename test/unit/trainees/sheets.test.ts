import { readDate, readTable, TableReader } from '../../../src/platform/index.js';
import { judgeRows } from '../../../src/trainees/domain/judge-row.js';
import { additionsTo, byNameKey, matchesFor } from '../../../src/trainees/domain/match-row.js';
import { ReadSheet } from '../../../src/trainees/actions/read-sheet.js';
import { type Sheet, sheetFrom } from '../../../src/trainees/domain/sheet.js';

/** 姓名,手机 / 张伟,13800138000 as saved by Excel on Chinese Windows. */
const GBK = Buffer.from([
  0xd0,
  0xd5,
  0xc3,
  0xfb,
  0x2c,
  0xca,
  0xd6,
  0xbb,
  0xfa,
  0x0d,
  0x0a,
  0xd5,
  0xc5,
  0xce,
  0xb0,
  0x2c,
  ...Buffer.from('13800138000\r\n'),
]);
const readSheet = async (text: string) => {
  const read = await readTable(Buffer.from(text), 20_000);
  return sheetFrom(typeof read === 'string' ? [] : read.rows);
};
const rowsOf = async (text: string) => ((await readSheet(text)) as Sheet).rows;
const judged = async (text: string) => [...judgeRows(await rowsOf(text), { today: '2026-03-02', read: readDate })];

describe('a file with the extension CSV', () => {
  const tables = new TableReader();
  const sheets = new ReadSheet(tables);
  afterAll(() => tables.onApplicationShutdown());

  test('is read as UTF-8, UTF-16 or the GBK of Chinese Windows', async () => {
    expect(await sheets.execute('coordinator', Buffer.from('\uFEFF姓名\n张伟'))).toMatchObject({ encoding: 'UTF-8' });
    expect(
      await sheets.execute(
        'coordinator',
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名\n张伟', 'utf16le')]),
      ),
    ).toMatchObject({ text: '姓名\n张伟', encoding: 'UTF-16' });
    expect(await sheets.execute('coordinator', GBK)).toMatchObject({
      text: '姓名,手机\r\n张伟,13800138000\r\n',
      encoding: 'GB18030',
      rows: [{ line: 2, cells: { name: '张伟', phone: '13800138000' } }],
    });
  });

  test.each([
    ['a workbook', [0x50, 0x4b, 3, 4, 20], 'importIsWorkbook'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0], 'importIsOldWorkbook'],
    ['a PDF', [...Buffer.from('%PDF-1.7')], 'importIsNotText'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0], 'importIsNotText'],
    ['no known text', [0xff, 0x41, 0xff, 0xff], 'importUnreadable'],
  ])('is refused for what it is: %s', async (_what, bytes, code) => {
    expect(await sheets.execute('coordinator', Buffer.from(bytes))).toMatchObject({ code, field: 'file' });
  });

  test('is refused with a message if it is too long, too wide or its quotation marks are not closed', async () => {
    expect(await sheets.execute('coordinator', `姓名\n${'张伟\n'.repeat(20_001)}`)).toMatchObject({
      code: 'importTooLong',
      data: { count: '20000+' },
    });
    expect(await sheets.execute('coordinator', `姓名${',x'.repeat(101)}\n张伟`)).toMatchObject({
      code: 'importTooLarge',
    });
    expect(await sheets.execute('coordinator', `姓名\n"${'张伟\n'.repeat(200_000)}`)).toMatchObject({
      code: 'importTooLarge',
    });
  });

  test('keeps enough of a note that is too long to refuse it', async () => {
    const read = await sheets.execute('coordinator', `姓名,备注\n张伟,${'长'.repeat(9_000)}`);
    const [row] = judgeRows((read as Sheet).rows, { today: '2026-03-02', read: readDate });
    expect(row?.faults).toMatchObject([{ column: 'note', key: 'form.too_long' }]);
  });
});

describe('a sheet of names that expand eighteenfold', () => {
  // V8 hashes a string of more than 16,383 characters by its length alone.
  test('is judged as fast as any other', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => ({
      line: at + 2,
      cells: { name: `${'\uFDFA'.repeat(4_000)}${String.fromCodePoint(0x4e00 + at)}` },
    }));
    const before = process.cpuUsage();
    const all = [...judgeRows(rows, { today: '2026-03-02', read: readDate })];
    expect(all.every(({ faults }) => faults.some(({ key }) => key === 'form.too_long'))).toBe(true);
    // Processor time in microseconds: a busy machine must not fail this.
    expect(process.cpuUsage(before).user).toBeLessThan(4_000_000);
  });
});

describe('a sheet', () => {
  test('is read by its headings, whatever their order, language and punctuation', async () => {
    expect((await rowsOf('\uFEFF手机号码,*姓名(必填),奖项\n138,张伟,一等\n'))[0]).toEqual({
      line: 2,
      cells: { phone: '138', name: '张伟' },
    });
    expect((await rowsOf('Name;E-mail\nAnna;a@b.cn'))[0]?.cells).toEqual({ name: 'Anna', email: 'a@b.cn' });
    expect((await rowsOf('姓名\t学历\n张伟\t本科'))[0]?.cells).toEqual({ name: '张伟', education: '本科' });
  });

  test('counts lines as an editor does, across blank ones and multi-line cells', async () => {
    expect((await rowsOf('姓名,备注\n张伟,"一\n二"\n\n李娜,\n,\n王芳,三')).map(({ line }) => line)).toEqual([2, 5, 7]);
  });

  test('is refused without a name column, without people or if it is too long', async () => {
    expect(await readSheet('工号,手机\n1,2')).toMatchObject({ code: 'importLacksName', data: { heads: '工号、手机' } });
    expect(await readSheet('姓名\n\n')).toMatchObject({ code: 'importEmpty' });
    expect(await readSheet('')).toMatchObject({ code: 'importEmpty' });
    expect(await readSheet(`姓名\n${'张伟\n'.repeat(2001)}`)).toMatchObject({
      code: 'importTooLong',
      data: { count: 2001, most: 2000 },
    });
  });

  test('is judged row by row, each fault with its column', async () => {
    const [good, bad, again] = await judged(
      '姓名,手机,邮箱,学历,出生日期\n张 伟,138 0013 8000,ZW@EXAMPLE.COM,大学本科,1998年3月9日\n,1.38E+10,谁,博导,2月30日\n张伟,13800138000,,,',
    );
    expect(good).toMatchObject({
      faults: [],
      facts: {
        name: '张伟',
        phone: '13800138000',
        email: 'zw@example.com',
        education: 'bachelor',
        bornOn: '1998-03-09',
      },
    });
    expect(bad?.faults.map(({ column, key }) => [column, key])).toEqual([
      ['bornOn', 'import.fault_date'],
      ['education', 'import.fault_education'],
      ['name', 'import.fault_no_name'],
      ['email', 'import.fault_email'],
      ['phone', 'import.fault_rounded'],
    ]);
    expect(again?.faults).toEqual([{ column: 'name', key: 'import.fault_twice', values: { line: 2 } }]);
  });
});

describe('a trainee on record', () => {
  const record = { id: '1', name: '张伟', email: null, phone: '13800138000', bornOn: null, workplace: '浪潮' };
  const facts = {
    name: '张伟',
    latinName: null,
    email: 'zw@example.com',
    phone: '13800138000',
    workplace: '山大',
    education: null,
    bornOn: null,
    note: null,
  };

  test('certainly matches with the same telephone, possibly with the same name only', () => {
    expect(matchesFor(facts, byNameKey([record]))[0]?.sure).toBe(true);
    expect(matchesFor({ ...facts, phone: '13900139000' }, byNameKey([record]))[0]?.sure).toBe(false);
    expect(
      matchesFor({ ...facts, bornOn: '1998-01-01' }, byNameKey([{ ...record, bornOn: '1997-01-01' }]))[0]?.sure,
    ).toBe(false);
    expect(matchesFor({ ...facts, name: '张维' }, byNameKey([record]))).toEqual([]);
  });

  test('gets missing fields filled in, and nothing overwritten', () => {
    expect(additionsTo(record, facts)).toEqual({ email: 'zw@example.com' });
  });
});
