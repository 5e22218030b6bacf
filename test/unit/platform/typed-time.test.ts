import fc from 'fast-check';
import { readDate, readTime } from '../../../src/platform/forms/typed-time.js';

const today = '2026-02-20';

describe('a typed day', () => {
  it.each([
    '2026-03-09',
    '2026-3-9',
    '2026/03/09',
    '2026/3/9',
    '2026.3.9',
    '2026。3。9',
    '20260309',
    '２０２６－０３－０９',
    '２０２６/３/９',
    '2026年3月9日',
    '2026年03月09日',
    '2026 年 3 月 9 日',
    '2026年3月9号',
    '3月9日',
    '3月9',
    '３月９日',
    ' 2026-3-9 ',
    '9 March 2026',
    '9 march 2026',
    '9th March 2026',
    '9th of March, 2026',
    'March 9, 2026',
    'March 9 2026',
    'Mar 9',
    '9 Mar',
    '9 Mar. 2026',
    '9mar2026',
    '2026年3月9日 周一',
    '3月9日 星期一',
    '2026-03-09（周一）',
    'Mon 9 Mar',
    'Monday, 9 March 2026',
  ])('%s is 9 March 2026', (typed) => {
    expect(readDate(typed, today)).toBe('2026-03-09');
  });

  it.each([
    ['nothing', ''],
    ['spaces', '  '],
    ['a word', '明天下午'],
    ['29 February of a common year', '2026-02-29'],
    ['the same in Chinese', '2026年2月29日'],
    ['the same in English', '29 February 2026'],
    ['29 February where no year near has one', '2月29日'],
    ['31 April', '4月31日'],
    ['month 13', '2026-13-01'],
    ['day 0', '2026-03-00'],
    ['two meanings', '9/3/2026'],
    ['two meanings, short', '3-9'],
    ['a two-digit year', '26-3-9'],
    ['mixed signs', '2026-3/9'],
    ['a year before 1900', '1026-03-09'],
    ['a year far off', '9999-12-31'],
    ['a weekday that is another day’s', '2026-03-09 周二'],
    ['the same in English', 'Tue 9 Mar 2026'],
    ['something behind it', '2026-03-09; drop'],
    ['a time with it', '2026-03-09 09:00'],
    ['nine digits', '202603091'],
    ['a month that is none', '9 Marble 2026'],
  ])('%s (%j) is not a day', (_, typed) => {
    expect(readDate(typed, today)).toBeNull();
  });

  it.each([
    ['今天', '2026-02-20'],
    [' 明天 ', '2026-02-21'],
    ['后天', '2026-02-22'],
    ['昨天', '2026-02-19'],
    ['Today', '2026-02-20'],
    ['tomorrow', '2026-02-21'],
  ])('%s is relative to today', (typed, date) => {
    expect(readDate(typed, today)).toBe(date);
  });

  it('counts 明天 across the end of a year, and rejects a word with an invalid day', () => {
    expect(readDate('明天', '2026-12-31')).toBe('2027-01-01');
    expect(readDate('constructor', today)).toBeNull();
  });

  it('takes 29 February in a leap year', () => {
    expect(readDate('2028-2-29', today)).toBe('2028-02-29');
    expect(readDate('2月29日', '2027-12-01')).toBe('2028-02-29');
  });

  it('without a year is the nearest one', () => {
    expect(readDate('1月5日', '2026-12-20')).toBe('2027-01-05');
    expect(readDate('12月28日', '2027-01-10')).toBe('2026-12-28');
    expect(readDate('5 Jan', '2026-01-20')).toBe('2026-01-05');
  });

  it('parses every day in each of its spellings', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2190-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number);
        for (const typed of [
          date,
          `${year}/${month}/${dayOfMonth}`,
          date.replaceAll('-', ''),
          `${year}年${month}月${dayOfMonth}日`,
        ]) {
          expect(readDate(typed, today)).toBe(date);
        }
      }),
    );
  });

  it('never throws and is always a day or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) =>
        expect(readDate(typed, today) ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/),
      ),
    );
  });
});

describe('a typed time', () => {
  it.each([
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['09:00:00', '09:00'],
    ['9：00', '09:00'],
    ['０９：００', '09:00'],
    ['0900', '09:00'],
    ['900', '09:00'],
    ['14.30', '14:30'],
    ['1430', '14:30'],
    ['9点', '09:00'],
    ['9点整', '09:00'],
    ['9点半', '09:30'],
    ['9点一刻', '09:15'],
    ['9点05分', '09:05'],
    ['9点5分', '09:05'],
    ['14时30分', '14:30'],
    ['14点30', '14:30'],
    ['上午9:00', '09:00'],
    ['上午 9点半', '09:30'],
    ['早上8点', '08:00'],
    ['下午2:30', '14:30'],
    ['下午两', null],
    ['下午14:30', '14:30'],
    ['下午12:30', '12:30'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['晚上7点半', '19:30'],
    ['晚7点', '19:00'],
    ['凌晨12点', '00:00'],
    ['凌晨1:15', '01:15'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9 a.m.', '09:00'],
    ['2:30pm', '14:30'],
    ['2.30 p.m.', '14:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['pm 2:30', '14:30'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  it.each([
    '',
    '9',
    '14',
    '24:00',
    '25:00',
    '9:60',
    '9点60分',
    '9:5',
    '上午12点',
    '晚上12点',
    '晚上3点',
    '上午14:00',
    '13am',
    '0pm',
    '上午9:00pm',
    '9:00-11:00',
    'noon',
    '-9:00',
    '9:00:30',
    '99999',
  ])('%j is not a time, or ambiguous', (typed) => {
    expect(readTime(typed)).toBeNull();
  });

  it('parses every minute of the day', () => {
    for (let minute = 0; minute < 1440; minute += 1) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      expect([readTime(time), readTime(time.replace(':', '')), readTime(time.replace(':', '点'))]).toEqual([
        time,
        time,
        time,
      ]);
    }
  });

  it('never throws and is always a time or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) =>
        expect(readTime(typed) ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/),
      ),
    );
  });
});
