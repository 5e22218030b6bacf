import { AcademyCalendar, isClosed, noteOn } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { calendarOf2026 } from '../calendar/notice-of-2026.js';

describe('the academy’s calendar', () => {
  it('distinguishes holidays, make-up workdays, weekends and workdays of 2026', () => {
    const calendar = calendarOf2026();
    expect(calendar.dayOn('2026-02-17')).toMatchObject({ kind: 'holiday', name: { zh: '春节' }, weekday: 2 });
    expect(calendar.dayOn('2026-02-28')).toMatchObject({ kind: 'makeUpWorkday', name: { zh: '春节' }, weekday: 6 });
    expect(calendar.dayOn('2026-03-07')).toMatchObject({ kind: 'weekend', name: null });
    expect(calendar.dayOn('2026-03-09')).toMatchObject({ kind: 'workday', yearPublished: true });
  });

  it('marks days of a year without notice as not yet published', () => {
    const day = calendarOf2026().dayOn('2027-01-01');
    expect(day).toMatchObject({ kind: 'workday', yearPublished: false });
    expect(noteOn(day)).toBe('yearNotPublished');
  });

  it('includes days of a notice in the year before', () => {
    const calendar = new AcademyCalendar([{ kind: 'holiday', date: '2024-12-31', name: '元旦' }], [2025]);
    expect(isClosed(calendar.dayOn('2024-12-31'))).toBe(true);
  });

  it('lets a closure take a make-up workday away, and a holiday keep its own name', () => {
    const calendar = calendarOf2026(
      { kind: 'closure', date: '2026-02-28', name: '停电检修' },
      { kind: 'closure', date: '2026-02-17', name: '停电检修' },
    );
    expect(calendar.dayOn('2026-02-28')).toMatchObject({ kind: 'closure', name: { zh: '停电检修', en: '停电检修' } });
    expect(calendar.dayOn('2026-02-17')).toMatchObject({ kind: 'holiday', name: { zh: '春节' } });
    expect(calendar.makeUpWorkdaysBetween('2026-02-01', '2026-05-31').map((day) => day.date)).toEqual([
      '2026-02-14',
      '2026-05-09',
    ]);
  });

  it('believes the later of two notices', () => {
    const calendar = new AcademyCalendar(
      [
        { kind: 'makeUpWorkday', date: '2020-02-01', name: '春节' },
        { kind: 'holiday', date: '2020-02-01', name: '春节' },
      ],
      [2020],
    );
    expect(calendar.dayOn('2020-02-01').kind).toBe('holiday');
  });
});
