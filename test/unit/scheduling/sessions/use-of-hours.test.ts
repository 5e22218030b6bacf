import { instantOf } from '../../../../src/platform/clock.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { DayRuler } from '../../../../src/scheduling/sessions/domain/day-ruler.js';
import {
  bookableByWeek,
  levelOf,
  poolHours,
  usedByWeek,
} from '../../../../src/scheduling/sessions/domain/use-of-hours.js';

const calendar = new AcademyCalendar(
  [
    { kind: 'holiday', date: '2026-03-11', name: '某节' },
    { kind: 'makeUpWorkday', date: '2026-03-14', name: '某节' },
    { kind: 'closure', date: '2026-03-16', name: '检修' },
  ],
  [2026],
);
const days = new DayRuler('2026-03-09', 14).days.map((day) => ({ ...day, kind: calendar.dayOn(day.date).kind }));
const frame = [days.slice(0, 7), days.slice(7)];

describe('hours of a room or a person', () => {
  it('are eight on each working day where none were set: holidays and closures out, make-up workdays in', () => {
    expect(bookableByWeek({ hours: [], away: [] }, frame)).toEqual([40, 32]);
  });

  it('are those that were set, where they were: an evening room is full with its evenings', () => {
    const evenings = ([1, 2, 3] as const).map((weekday) => ({ weekday, fromMinute: 18 * 60, untilMinute: 21 * 60 }));
    expect(bookableByWeek({ hours: evenings, away: [] }, frame)).toEqual([6 + 8, 6]);
  });

  it('leave out the time in which they are away', () => {
    const away = [
      { startsAt: instantOf('2026-03-10', '13:00'), endsAt: instantOf('2026-03-12', '11:00'), reason: '出差' },
    ];
    expect(bookableByWeek({ hours: [], away }, frame.slice(0, 1))).toEqual([40 - 4 - 2]);
  });

  it('are used week by week, weighted by the seats that a session takes', () => {
    const use = (day: string, weight: number) => ({
      startsAt: instantOf(day, '09:00'),
      endsAt: instantOf(day, '12:00'),
      weight,
    });
    expect(
      usedByWeek(
        [use('2026-03-08', 1), use('2026-03-09', 1), use('2026-03-15', 2), use('2026-03-16', 10), use('2026-03-23', 1)],
        frame,
      ),
    ).toEqual([9, 30]);
  });

  it('of a licence run from its first to its last day', () => {
    expect(poolHours({ validFrom: '2026-03-10', validUntil: '2026-03-17' }, frame)).toEqual([32, 8]);
  });

  it('have five shades, and one more for more than there is', () => {
    expect([0, 1, 10, 11, 30, 31, 40, 41].map((used) => levelOf({ used, of: 40 }))).toEqual([0, 1, 1, 2, 3, 4, 4, 5]);
    expect(levelOf({ used: 2, of: 0 })).toBe(5);
  });
});
