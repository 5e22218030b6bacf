import fc from 'fast-check';
import { isRefused } from '../../../../src/platform/refusals.js';
import { readHolidayBytes, readHolidayFile } from '../../../../src/scheduling/calendar/domain/holiday-file.js';
import { jsonLines } from '../../../../src/scheduling/calendar/domain/json-lines.js';
import { fileOf2026 } from './notice-of-2026.js';

describe('a holiday notice from a file', () => {
  it('is read whole: year, papers, 33 days off and 6 make-up workdays', () => {
    const notice = readHolidayFile(fileOf2026());
    if (isRefused(notice)) throw new Error('refused');
    expect(notice).toMatchObject({ year: 2026, published: true });
    expect(notice.days.filter((day) => day.kind === 'holiday')).toHaveLength(33);
    expect(notice.days.filter((day) => day.kind === 'makeUpWorkday')).toHaveLength(6);
  });

  it('without days is a year not yet published', () => {
    expect(readHolidayFile('{"year": 2027, "papers": [], "days": []}')).toMatchObject({ year: 2027, published: false });
  });

  it('keeps only web addresses as papers, for they become links', () => {
    expect(
      readHolidayFile('{"year":2026,"papers":["javascript:alert(1)","https://www.gov.cn/a",7],"days":[]}'),
    ).toMatchObject({ papers: ['https://www.gov.cn/a'] });
  });

  it('names the line of every wrong value and loads nothing', () => {
    const file = [
      '{',
      '"year": 2026,',
      '"days": [',
      '{"name": "元旦", "date": "2026-02-30", "isOffDay": true},',
      '{"name": "", "date": "2026-01-02", "isOffDay": "yes"}',
      ']}',
    ].join('\n');
    expect(readHolidayFile(file)).toMatchObject({
      reasons: [
        { code: 'holidayFileBadDate', data: { line: 4, path: 'days[0].date', found: '"2026-02-30"' } },
        { code: 'holidayFileBadName', data: { line: 5 } },
        { code: 'holidayFileBadOffDay', data: { line: 5, found: '"yes"' } },
      ],
    });
  });

  it.each([
    ['text that is no JSON', '{\n"year": 2026,\n"days": [}', 'holidayFileNotJson', 3],
    ['a file cut short', fileOf2026().slice(0, 300), 'holidayFileNotJson', undefined],
    ['a list', '[1,2]', 'holidayFileNotANotice', 1],
    ['another object', '{"name":"package"}', 'holidayFileNotANotice', 1],
    ['a year that is a word', '{"year":"2026","days":[]}', 'holidayFileBadYear', 1],
    [
      'a day of another year',
      '{"year":2026,"days":[{"name":"a","date":"2020-01-01","isOffDay":true}]}',
      'holidayFileDateOutsideNotice',
      1,
    ],
    [
      'a day twice',
      '{"year":2026,"days":[{"name":"a","date":"2026-01-01","isOffDay":true},\n{"name":"a","date":"2026-01-01","isOffDay":false}]}',
      'holidayFileDateTwice',
      2,
    ],
    ['an image', '\u0089PNG\r\n', 'holidayFileNotJson', 1],
    ['nothing', '', 'holidayFileNotJson', 1],
  ])('refuses %s', (_, file, code, line) => {
    const outcome = readHolidayFile(file);
    expect(outcome).toMatchObject({ reasons: [{ code, ...(line === undefined ? {} : { data: { line } }) }] });
  });

  it('refuses what is far larger than a notice', () => {
    expect(readHolidayFile(' '.repeat(200_001))).toMatchObject({ reasons: [{ code: 'holidayFileTooLarge' }] });
  });

  it('refuses keys and values of which no notice has so many, without making a path of each', () => {
    const file = (key: string, values: number): string =>
      `{"year":2027,\n"${key}":[${'1,'.repeat(values)}1],\n"days":[]}`;
    const began = performance.now();
    expect(readHolidayFile(file('k'.repeat(100_000), 49_000))).toMatchObject({
      reasons: [{ code: 'holidayFileKeyTooLong', data: { line: 2, most: 100 } }],
    });
    expect(readHolidayFile(file('k'.repeat(100), 49_000))).toMatchObject({
      reasons: [{ code: 'holidayFileTooManyValues', data: { line: 2, most: 10_000 } }],
    });
    expect(readHolidayFile(`{"year":2027,"days":[${'{},'.repeat(60_000)}{}]}`)).toMatchObject({
      reasons: [{ code: 'holidayFileTooManyValues' }],
    });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(readHolidayFile(file('k'.repeat(100), 9_000))).toMatchObject({ year: 2027, published: false });
  });

  it.each([
    ['NUL', '\\u0000'],
    ['half a character', '\\ud83d'],
    ['a control character', '\\u0007'],
    ['a line break', '\\n'],
    ['another direction', '\\u202e'],
  ])('refuses a name with %s in it, and takes no such address', (_, sign) => {
    const notice = (name: string): string =>
      `{"year":2027,"papers":["https://a.example/${sign}"],\n"days":[{"name":"${name}","date":"2027-01-01","isOffDay":true}]}`;
    expect(readHolidayFile(notice(`x${sign}y`))).toMatchObject({
      reasons: [{ code: 'holidayFileBadName', data: { line: 2, path: 'days[0].name' } }],
    });
    expect(readHolidayFile(notice('元旦'))).toMatchObject({ papers: [] });
  });

  it('records lines of requested paths only', () => {
    const bounds = { noted: /^(?:|year)$/, longestKey: 100, mostValues: 100 };
    const { lines, stopped } = jsonLines('{"a": [1, {"year": 2}],\n"year": 3}', bounds);
    expect([stopped, [...lines]]).toEqual([
      null,
      [
        ['', 1],
        ['year', 2],
      ],
    ]);
  });

  it('must be UTF-8: the first line that is not is named', () => {
    // 元旦 as GBK writes it, on the third line.
    const gbk = Buffer.concat([
      Buffer.from('{"year": 2026,\n"days": [\n{"name": "'),
      Buffer.from([0xd4, 0xaa, 0xb5, 0xa9]),
      Buffer.from('", "date": "2026-01-01", "isOffDay": true}]}'),
    ]);
    expect(readHolidayBytes(gbk)).toMatchObject({ reasons: [{ code: 'holidayFileNotUtf8', data: { line: 3 } }] });
    expect(readHolidayBytes(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))).toMatchObject({
      reasons: [{ code: 'holidayFileNotUtf8', data: { line: 1 } }],
    });
    expect(readHolidayBytes(Buffer.from(fileOf2026()))).toMatchObject({ year: 2026 });
    expect(readHolidayBytes(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(fileOf2026())]))).toMatchObject(
      { year: 2026 },
    );
    expect(readHolidayBytes(Buffer.alloc(900_000, 0x20))).toMatchObject({ reasons: [{ code: 'holidayFileTooLarge' }] });
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (file) => void readHolidayFile(file)));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readHolidayBytes(bytes)));
  });

  it('finds JSON sound exactly where the engine does', () => {
    const nearly = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '}', ',', '\\', '\n'))
      .map(([json, at, sign]) => json.slice(0, at % (json.length + 1)) + sign + json.slice(at % (json.length + 1)));
    fc.assert(
      fc.property(nearly, (file) => {
        const outcome = readHolidayFile(file);
        const unsound = isRefused(outcome) && outcome.reasons[0]?.code === 'holidayFileNotJson';
        expect(unsound).toBe(!parses(file));
      }),
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
