import {
  clockOf,
  dayOf,
  daysAfter,
  daysBetween,
  instantOf,
  monthsAfter,
  weekdayOf,
} from '../../../src/platform/index.js';
import { formatsOf } from '../../../src/platform/i18n/formats.js';

const MIDNIGHT = Date.parse('2026-03-01T16:00:00Z');

describe('days in the academy’s zone', () => {
  it('begin at midnight in Jinan, to the millisecond, on every call', () => {
    const asked = [MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + 24 * 3_600_000 - 1];
    const days = ['2026-03-01', '2026-03-02', '2026-03-02'];
    expect(asked.map(dayOf)).toEqual(days);
    expect(asked.map(dayOf)).toEqual(days);
    expect(clockOf(MIDNIGHT - 60_000)).toBe('23:59');
  });

  it('contain their hours: formatting and parsing an instant returns it', () => {
    expect(instantOf('2026-03-02', '00:00')).toBe(MIDNIGHT);
    expect(instantOf('2026-03-02', '09:30') - MIDNIGHT).toBe(9.5 * 3_600_000);
  });

  it('end at 24:00 of the same day', () => {
    expect([formatsOf('zh-CN').end(MIDNIGHT), formatsOf('en').end(MIDNIGHT + 3_600_000)]).toEqual([
      '2026年3月1日 24:00',
      '2 March 2026 01:00',
    ]);
  });

  it('are added and subtracted across months and years; days and months are not confused', () => {
    expect(daysAfter('2026-02-27', 2)).toBe('2026-03-01');
    expect(monthsAfter('2026-02-27', 2)).toBe('2026-04-27');
    expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31');
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
  });

  it.each(['2026-02-30', 'tomorrow', ''])('refuses %j, which is not a day', (text) => {
    expect(() => daysAfter(text, 1)).toThrow(RangeError);
    expect(() => instantOf(text, '09:00')).toThrow(RangeError);
  });

  it('are counted from one to another, across the end of February too, and negative backwards', () => {
    expect(daysBetween('2026-06-23', '2026-06-30')).toBe(7);
    expect([daysBetween('2026-02-28', '2026-03-01'), daysBetween('2028-02-28', '2028-03-01')]).toEqual([1, 2]);
    expect(daysBetween('2026-03-01', '2025-12-31')).toBe(-60);
  });

  it('have ISO weekdays: Monday is 1, Sunday is 7', () =>
    expect(['2026-03-02', '2026-03-07', '2026-03-08'].map(weekdayOf)).toEqual([1, 6, 7]));
});
