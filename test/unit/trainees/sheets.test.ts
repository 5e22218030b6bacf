import { readDate } from '../../../src/platform/index.js';
import { judgeRows } from '../../../src/trainees/domain/judge-row.js';
import { additionsTo, byNameKey, matchesFor } from '../../../src/trainees/domain/match-row.js';
import { readSheetText } from '../../../src/trainees/domain/sheet-text.js';
import { readSheet, type Sheet } from '../../../src/trainees/actions/read-sheet.js';

/** 姓名,手机 / 张伟,13800138000 as Excel on Chinese Windows saves it. */
const GBK = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa, 0x0d, 0x0a, 0xd5, 0xc5, 0xce, 0xb0, 0x2c, ...Buffer.from('13800138000\r\n')]);
const rowsOf = (text: string) => (readSheet(text) as Sheet).rows;
const judged = (text: string) => [...judgeRows(rowsOf(text), { today: '2026-03-02', read: readDate })];

describe('a file that calls itself CSV', () => {
  test('is read as UTF-8, UTF-16 or the GBK of Chinese Windows', () => {
    expect(readSheetText(Buffer.from('\uFEFF姓名'))).toMatchObject({ encoding: 'UTF-8' });
    expect(readSheetText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名', 'utf16le')]))).toMatchObject({ text: '姓名', encoding: 'UTF-16' });
    expect(readSheetText(GBK)).toMatchObject({ text: '姓名,手机\r\n张伟,13800138000\r\n', encoding: 'GB18030' });
  });

  test.each([
    ['a workbook', [0x50, 0x4b, 3, 4, 20], 'importIsWorkbook'], ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0], 'importIsOldWorkbook'],
    ['a PDF', [...Buffer.from('%PDF-1.7')], 'importIsNotText'], ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0], 'importIsNotText'],
    ['no known text', [0xff, 0x41, 0xff, 0xff], 'importUnreadable'],
  ])('but is %s is refused for what it is', (_what, bytes, code) => {
    expect(readSheetText(Buffer.from(bytes))).toMatchObject({ code, field: 'file' });
  });
});

describe('a sheet', () => {
  test('is read by its heads, whatever their order, language and signs', () => {
    expect(rowsOf('\uFEFF手机号码,*姓名(必填),奖项\n138,张伟,一等\n')[0]).toEqual({ line: 2, cells: { phone: '138', name: '张伟' } });
    expect(rowsOf('Name;E-mail\nAnna;a@b.cn')[0]?.cells).toEqual({ name: 'Anna', email: 'a@b.cn' });
    expect(rowsOf('姓名\t学历\n张伟\t本科')[0]?.cells).toEqual({ name: '张伟', education: '本科' });
  });

  test('counts lines as an editor does, past blank ones and cells of several lines', () => {
    expect(rowsOf('姓名,备注\n张伟,"一\n二"\n\n李娜,\n,\n王芳,三').map(({ line }) => line)).toEqual([2, 5, 7]);
  });

  test('without a name column, without people or too long is refused', () => {
    expect(readSheet('工号,手机\n1,2')).toMatchObject({ code: 'importLacksName', data: { heads: '工号、手机' } });
    expect(readSheet('姓名\n\n')).toMatchObject({ code: 'importEmpty' });
    expect(readSheet('')).toMatchObject({ code: 'importEmpty' });
    expect(readSheet(`姓名\n${'张伟\n'.repeat(2001)}`)).toMatchObject({ code: 'importTooLong', data: { count: 2001, most: 2000 } });
  });

  test('is judged row by row, each fault with its column', () => {
    const [good, bad, again] = judged('姓名,手机,邮箱,学历,出生日期\n张 伟,138 0013 8000,ZW@EXAMPLE.COM,大学本科,1998年3月9日\n,1.38E+10,谁,博导,2月30日\n张伟,13800138000,,,');
    expect(good).toMatchObject({ faults: [], facts: { name: '张伟', phone: '13800138000', email: 'zw@example.com', education: 'bachelor', bornOn: '1998-03-09' } });
    expect(bad?.faults.map(({ column, key }) => [column, key])).toEqual([
      ['bornOn', 'import.fault_date'], ['education', 'import.fault_education'], ['name', 'import.fault_no_name'], ['email', 'import.fault_email'], ['phone', 'import.fault_rounded'],
    ]);
    expect(again?.faults).toEqual([{ column: 'name', key: 'import.fault_twice', values: { line: 2 } }]);
  });
});

describe('somebody on record', () => {
  const record = { id: '1', name: '张伟', email: null, phone: '13800138000', bornOn: null, workplace: '浪潮' };
  const facts = { name: '张伟', latinName: null, email: 'zw@example.com', phone: '13800138000', workplace: '山大', education: null, bornOn: null, note: null };

  test('is surely the same with the same telephone, perhaps with the same name only', () => {
    expect(matchesFor(facts, byNameKey([record]))[0]?.sure).toBe(true);
    expect(matchesFor({ ...facts, phone: '13900139000' }, byNameKey([record]))[0]?.sure).toBe(false);
    expect(matchesFor({ ...facts, bornOn: '1998-01-01' }, byNameKey([{ ...record, bornOn: '1997-01-01' }]))[0]?.sure).toBe(false);
    expect(matchesFor({ ...facts, name: '张维' }, byNameKey([record]))).toEqual([]);
  });

  test('is filled in where something was missing, and never overwritten', () => {
    expect(additionsTo(record, facts)).toEqual({ email: 'zw@example.com' });
  });
});
