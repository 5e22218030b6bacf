import type { Weekday } from '../../../../src/platform/index.js';
import fc from 'fast-check';
import { daysAfter } from '../../../../src/platform/clock.js';
import { isRefused } from '../../../../src/platform/refusals.js';
import type { NoticedDay } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { holidayFileOf, readHolidayFile } from '../../../../src/scheduling/calendar/domain/holiday-file.js';
import { holidayInEnglish } from '../../../../src/scheduling/calendar/domain/holiday-names.js';
import {
  differenceOf,
  isNoDifference,
  keepingWhatPeopleSaid,
  withDifference,
} from '../../../../src/scheduling/calendar/domain/notice-difference.js';
import { withHoliday, withMakeUpDay } from '../../../../src/scheduling/calendar/domain/notice-by-hand.js';
import { daysOf2026, fileOf2026 } from './notice-of-2026.js';

const mayDays: readonly NoticedDay[] = [1, 2, 3].map((day) => ({
  kind: 'holiday',
  date: `2026-05-0${day}`,
  name: '劳动节',
}));

/** Any notice: days of a year, each said once. */
const notices = fc
  .uniqueArray(
    fc.record({
      at: fc.integer({ min: 0, max: 60 }),
      kind: fc.constantFrom('holiday' as const, 'makeUpWorkday' as const),
      name: fc.constantFrom('春节', '元旦', '国庆节'),
      nameEn: fc.constantFrom(null, 'Spring Festival', 'New Year'),
      follows: fc.constantFrom<Weekday | null>(null, 1, 2, 7),
    }),
    { selector: ({ at }) => at, maxLength: 40 },
  )
  .map((days) =>
    days.map(({ at, kind, name, nameEn, follows }): NoticedDay => {
      const date = daysAfter('2026-01-01', at);
      return kind === 'holiday' ? { kind, date, name, nameEn } : { kind, date, name, nameEn, follows };
    }),
  );

const inOrder = (days: readonly NoticedDay[]) => [...days].sort((a, b) => (a.date < b.date ? -1 : 1));

describe('the difference between a notice and its correction', () => {
  it('applied gives the new notice exactly', () => {
    fc.assert(
      fc.property(notices, notices, (standing, wanted) => {
        expect(withDifference(standing, differenceOf(standing, wanted))).toEqual(inOrder(wanted));
      }),
      { numRuns: 2000 },
    );
  });

  it('names no day twice, and none that stays as it is', () => {
    fc.assert(
      fc.property(notices, notices, (standing, wanted) => {
        const { added, changed, removed } = differenceOf(standing, wanted);
        const named = [...added, ...removed, ...changed.map(({ after }) => after)].map(({ date }) => date);
        expect(new Set(named).size).toBe(named.length);
        for (const { before, after } of changed) expect([before.date, before]).not.toEqual([after.date, after]);
      }),
    );
  });

  it('is none for the same notice in another order, and only then', () => {
    fc.assert(
      fc.property(notices, (days) => {
        expect(isNoDifference(differenceOf(days, [...days].reverse()))).toBe(true);
      }),
    );
    expect(isNoDifference(differenceOf(mayDays, mayDays.slice(1)))).toBe(false);
  });

  it('distinguishes added, changed and removed days', () => {
    const worked: NoticedDay = { kind: 'makeUpWorkday', date: '2026-05-03', name: '劳动节' };
    const fourth: NoticedDay = { kind: 'holiday', date: '2026-05-04', name: '劳动节' };
    expect(differenceOf(mayDays, [mayDays[1]!, worked, fourth])).toEqual({
      added: [fourth],
      changed: [{ before: mayDays[2], after: worked }],
      removed: [mayDays[0]],
    });
  });

  it('keeps manual values of a day: its followed weekday and its English name', () => {
    const said: NoticedDay[] = [
      { kind: 'makeUpWorkday', date: '2026-05-09', name: '劳动节', nameEn: 'May Day', follows: 2 },
      { kind: 'holiday', date: '2026-05-01', name: '五一', nameEn: 'May Day' },
    ];
    const fresh: NoticedDay[] = [
      { kind: 'makeUpWorkday', date: '2026-05-09', name: '劳动节', nameEn: 'Labour Day' },
      { kind: 'holiday', date: '2026-05-01', name: '劳动节', nameEn: 'Labour Day' },
    ];
    expect(keepingWhatPeopleSaid(said, fresh)).toEqual([{ ...fresh[0], nameEn: 'May Day', follows: 2 }, fresh[1]]);
  });

  it('lets a make-up workday that becomes a holiday follow nobody', () => {
    const holiday: NoticedDay = { kind: 'holiday', date: '2026-05-09', name: '劳动节' };
    expect(
      keepingWhatPeopleSaid([{ kind: 'makeUpWorkday', date: '2026-05-09', name: '劳动节', follows: 2 }], [holiday]),
    ).toEqual([holiday]);
  });
});

describe('a notice entered by hand', () => {
  const holiday = { from: '2027-05-01', until: '2027-05-05', nameZh: '劳动节', nameEn: 'Labour Day' };
  const makeUp = { date: '2027-05-08', nameZh: '劳动节', nameEn: 'Labour Day', follows: 2 as Weekday };
  const codeOf = (outcome: ReturnType<typeof withHoliday>) =>
    isRefused(outcome) ? outcome.reasons[0]?.code : outcome.length;

  it('takes a holiday as a span and a make-up workday with the weekday that it follows', () => {
    const days = withHoliday([], 2027, holiday) as NoticedDay[];
    expect(days.map(({ date }) => date)).toEqual([
      '2027-05-01',
      '2027-05-02',
      '2027-05-03',
      '2027-05-04',
      '2027-05-05',
    ]);
    expect(withMakeUpDay(days, 2027, makeUp)).toContainEqual({
      kind: 'makeUpWorkday',
      date: '2027-05-08',
      name: '劳动节',
      nameEn: 'Labour Day',
      follows: 2,
    });
  });

  it('comes to the notice of 2026 where all of it is typed in', () => {
    let days: readonly NoticedDay[] = [];
    for (const { kind, date, name } of daysOf2026()) {
      const next =
        kind === 'holiday'
          ? withHoliday(days, 2026, { from: date, until: date, nameZh: name, nameEn: null })
          : withMakeUpDay(days, 2026, { date, nameZh: name, nameEn: null, follows: null });
      if (isRefused(next)) throw new Error(next.reasons[0]?.code);
      days = next;
    }
    expect(isNoDifference(differenceOf(days, daysOf2026()))).toBe(true);
  });

  it.each([
    ['a span that ends before it begins', { ...holiday, until: '2027-04-30' }, 'holidayReversed'],
    ['a month of holidays', { ...holiday, until: '2027-06-05' }, 'holidayTooLong'],
    ['a day of another year', { ...holiday, from: '2026-05-01', until: '2026-05-05' }, 'dayOutsideNotice'],
    ['a day that is worked', { ...holiday, until: '2027-05-09' }, 'holidayOnMakeUpDay'],
  ])('refuses %s', (_, span, code) => {
    const standing = withMakeUpDay([], 2027, makeUp) as NoticedDay[];
    expect(codeOf(withHoliday(standing, 2027, span))).toBe(code);
  });

  it('allows New Year to begin in the December before', () => {
    expect(codeOf(withHoliday([], 2027, { ...holiday, from: '2026-12-31', until: '2027-01-02' }))).toBe(3);
    expect(codeOf(withHoliday([], 2027, { ...holiday, from: '2026-11-30', until: '2026-12-02' }))).toBe(
      'dayOutsideNotice',
    );
  });

  it('refuses a make-up workday from Monday to Friday, on a holiday, or without change', () => {
    const standing = withMakeUpDay(withHoliday([], 2027, holiday) as NoticedDay[], 2027, makeUp) as NoticedDay[];
    expect(codeOf(withMakeUpDay(standing, 2027, { ...makeUp, date: '2027-05-07' }))).toBe('makeUpNotAtWeekend');
    expect(codeOf(withMakeUpDay(standing, 2027, { ...makeUp, date: '2027-05-01' }))).toBe('makeUpOnHoliday');
    expect(codeOf(withMakeUpDay(standing, 2027, makeUp))).toBe('makeUpNothingNew');
    expect(codeOf(withHoliday(standing, 2027, holiday))).toBe('holidayNothingNew');
    expect(codeOf(withMakeUpDay(standing, 2027, { ...makeUp, follows: 3 }))).toBe(6);
  });
});

describe('a notice as a file', () => {
  it('survives a round trip of parsing and serializing', () => {
    const read = readHolidayFile(fileOf2026());
    if (isRefused(read)) throw new Error('refused');
    expect(readHolidayFile(holidayFileOf(read))).toEqual(read);
  });

  it.each([
    ['春节', 'Spring Festival'],
    ['国庆节、中秋节', 'National Day and Mid-Autumn Festival'],
    ['泉水节', null],
    ['国庆节、泉水节', null],
  ])('is called %s, in English %s', (name, english) => {
    expect(holidayInEnglish(name)).toBe(english);
  });
});
