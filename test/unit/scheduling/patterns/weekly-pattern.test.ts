import type { Weekday } from '../../../../src/platform/index.js';
import fc from 'fast-check';
import { isRefused } from '../../../../src/platform/refusals.js';
import { isClosed } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { previewPattern } from '../../../../src/scheduling/patterns/domain/pattern-preview.js';
import {
  meetingsOn,
  type PatternPreview,
  type WeeklyPattern,
} from '../../../../src/scheduling/patterns/domain/weekly-pattern.js';
import { calendarOf2026 } from '../calendar/notice-of-2026.js';

const hours = (startTime: string, endTime: string) => ({ startTime, endTime });
const plain: WeeklyPattern = {
  startDate: '2026-03-09',
  meetings: meetingsOn([1, 3], hours('09:00', '12:00')),
  extent: { by: 'sessions', sessions: 4 },
  everyNWeeks: 1,
  skipDates: [],
  breaks: [],
  extraDates: [],
};

function laidOut(change: Partial<WeeklyPattern>): PatternPreview {
  const preview = previewPattern({ ...plain, ...change }, calendarOf2026());
  if (isRefused(preview)) throw new Error(preview.reasons.map((one) => one.code).join());
  return preview;
}

const dates = (preview: PatternPreview) =>
  preview.entries.filter((one) => one.outcome === 'planned').map((one) => one.date);
const codes = (change: Partial<WeeklyPattern>) => {
  const outcome = previewPattern({ ...plain, ...change }, calendarOf2026());
  return isRefused(outcome) ? outcome.reasons.map((one) => one.code) : [];
};

describe('a weekly pattern laid out', () => {
  it('meets on its weekdays, numbered from one, for the requested number of sessions', () => {
    const preview = laidOut({});
    expect(dates(preview)).toEqual(['2026-03-09', '2026-03-11', '2026-03-16', '2026-03-18']);
    expect(preview).toMatchObject({ sessions: 4, minutes: 720, firstDate: '2026-03-09', lastDate: '2026-03-18' });
  });

  it('lists the meetings skipped for Spring Festival, and is extended by them', () => {
    const preview = laidOut({ startDate: '2026-02-09' });
    expect(dates(preview)).toEqual(['2026-02-09', '2026-02-11', '2026-02-25', '2026-03-02']);
    expect(
      preview.entries.filter((one) => one.outcome === 'skippedHoliday').map((one) => [one.date, one.dayName?.zh]),
    ).toEqual([
      ['2026-02-16', '春节'],
      ['2026-02-18', '春节'],
      ['2026-02-23', '春节'],
    ]);
    expect(preview.offered.map((one) => one.date)).toEqual(['2026-02-14', '2026-02-28']);
  });

  it('teaches on a make-up workday that a person adds, within the number of sessions', () => {
    const preview = laidOut({ startDate: '2026-02-09', extraDates: ['2026-02-28'] });
    expect(dates(preview)).toEqual(['2026-02-09', '2026-02-11', '2026-02-25', '2026-02-28']);
    expect(preview.entries.at(-1)).toMatchObject({ note: 'makeUpWorkday', number: 4 });
  });

  it('leaves out a date by hand and takes the next one', () => {
    expect(dates(laidOut({ skipDates: ['2026-03-11'] }))).toEqual([
      '2026-03-09',
      '2026-03-16',
      '2026-03-18',
      '2026-03-23',
    ]);
  });

  it('meets every other week, counted from the week of the start', () => {
    expect(dates(laidOut({ everyNWeeks: 2 }))).toEqual(['2026-03-09', '2026-03-11', '2026-03-23', '2026-03-25']);
  });

  it('reaches a total of hours, or a last date', () => {
    expect(laidOut({ extent: { by: 'hours', hours: 10 } }).sessions).toBe(4);
    expect(dates(laidOut({ extent: { by: 'date', lastDate: '2026-03-16' } }))).toEqual([
      '2026-03-09',
      '2026-03-11',
      '2026-03-16',
    ]);
  });

  it('notes the days of a year without notice', () => {
    const preview = laidOut({ startDate: '2026-12-28', extent: { by: 'sessions', sessions: 3 } });
    expect(preview.entries.map((one) => one.note)).toEqual([null, null, 'yearNotPublished']);
  });

  it.each<[string, Partial<WeeklyPattern>, string]>([
    ['29 February of a common year', { startDate: '2026-02-29' }, 'patternStartDateMalformed'],
    ['no weekday', { meetings: [] }, 'patternNoWeekday'],
    ['an end before the start', { meetings: meetingsOn([1], hours('12:00', '09:00')) }, 'patternEndBeforeStart'],
    ['an evening over midnight', { meetings: meetingsOn([1], hours('22:00', '01:00')) }, 'patternCrossesMidnight'],
    ['an impossible time', { meetings: meetingsOn([1], hours('25:00', '26:00')) }, 'patternTimeMalformed'],
    [
      'meetings over one another',
      { meetings: [...meetingsOn([1], hours('09:00', '12:00')), ...meetingsOn([1], hours('11:00', '13:00'))] },
      'patternMeetingsOverlap',
    ],
    ['400 sessions', { extent: { by: 'sessions', sessions: 400 } }, 'patternTooManySessions'],
    [
      'a daily pattern over five years',
      {
        meetings: meetingsOn([1, 2, 3, 4, 5], hours('09:00', '12:00')),
        extent: { by: 'date', lastDate: '2031-01-01' },
      },
      'patternTooManySessions',
    ],
    ['no session', { extent: { by: 'sessions', sessions: 0 } }, 'patternSessionsMalformed'],
    ['a last date before the first', { extent: { by: 'date', lastDate: '2026-03-01' } }, 'patternLastDateBeforeStart'],
    [
      'a last date before the first meeting',
      {
        startDate: '2026-03-10',
        meetings: meetingsOn([1], hours('09:00', '12:00')),
        extent: { by: 'date', lastDate: '2026-03-11' },
      },
      'patternYieldsNone',
    ],
    [
      'a date both skipped and extra',
      { skipDates: ['2026-03-14'], extraDates: ['2026-03-14'] },
      'patternDateSkippedAndExtra',
    ],
    [
      'a break that ends before it begins',
      { breaks: [{ from: '2026-07-15', until: '2026-07-01' }] },
      'patternBreakReversed',
    ],
    ['a break of no day', { breaks: [{ from: '暑假', until: '2026-07-01' }] }, 'patternBreakMalformed'],
    [
      'more extra dates than sessions',
      { extent: { by: 'sessions', sessions: 1 }, extraDates: ['2026-03-14', '2026-03-15'] },
      'patternMoreExtraDatesThanSessions',
    ],
  ])('refuses %s', (_, change, code) => {
    expect(codes(change)).toContain(code);
  });

  const weekdays = fc.uniqueArray(
    fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
    { minLength: 1 },
  );
  const someDay = fc
    .integer({ min: 0, max: 364 })
    .map((day) => `2026-${new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(5, 10)}`);

  it('never uses a holiday by itself, keeps order and numbers, and has exactly the requested number of sessions', () => {
    fc.assert(
      fc.property(
        weekdays,
        someDay,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 8 }),
        fc.uniqueArray(someDay, { maxLength: 5 }),
        (days, startDate, sessions, everyNWeeks, skipDates) => {
          const preview = laidOut({
            startDate,
            meetings: meetingsOn(days, hours('18:30', '21:00')),
            extent: { by: 'sessions', sessions },
            everyNWeeks,
            skipDates,
          });
          const planned = preview.entries.filter((one) => one.outcome === 'planned');
          expect(planned.map((one) => one.number)).toEqual(planned.map((_, at) => at + 1));
          expect(planned).toHaveLength(sessions);
          for (const [at, one] of planned.entries()) {
            expect(isClosed(calendarOf2026().dayOn(one.date))).toBe(false);
            expect(days).toContain(one.weekday);
            expect(skipDates).not.toContain(one.date);
            expect(one.date >= startDate).toBe(true);
            if (at > 0) expect(one.startsAt).toBeGreaterThan(planned[at - 1]!.startsAt);
          }
          expect(preview.entries.every((one) => one.outcome === 'planned' || one.date <= preview.lastDate)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
