import fc from 'fast-check';
import { instantOf } from '../../../../src/platform/clock.js';
import { suggestionsFor } from '../../../../src/scheduling/core/domain/suggestions.js';
import { ledBy, type PlacedSession } from '../../../../src/scheduling/core/domain/placed-session.js';
import { startsFreeForAll } from '../../../../src/scheduling/patterns/domain/planned-pattern.js';
import { aRoom, aSession, aTimetable, anInstructor } from '../../../builders/timetable.js';
import { calendarOf2026 } from '../calendar/notice-of-2026.js';

const HOUR = 3_600_000;
const nine = instantOf('2026-03-10', '09:00');
const calendar = calendarOf2026();
const cohort = { courseId: 'AZ-104', seatsNeeded: 24 };
const session = (id: string, change: Partial<PlacedSession> = {}) =>
  aSession(id, { startsAt: nine, endsAt: nine + 3 * HOUR, ...change });
const held = session('held', { roomId: 'lab', instructors: ledBy('Li') });
const rooms = [
  aRoom('lab', { seats: 30, features: ['GPU'] }),
  aRoom('hall', { seats: 200 }),
  aRoom('small', { seats: 12 }),
  aRoom('room 3', { seats: 40 }),
  aRoom('lab 2', { seats: 60, features: ['GPU'] }),
];
const people = ['Li', 'Wang', 'Zhao'].map((id) => anInstructor(id));
const unplaced = (proposed: PlacedSession) => ({ proposed, cohort, people: 24 });

describe('suggestions for a clash', () => {
  const timetable = (sessions: readonly PlacedSession[], now = instantOf('2026-03-01', '00:00')) =>
    aTimetable({ sessions, rooms, instructors: people, calendar, now });

  it('offer another room that seats the cohort: the same equipment first, then the smallest', () => {
    const suggestions = suggestionsFor(
      timetable([held]),
      unplaced(session('wanted', { roomId: 'lab', instructors: ledBy('Wang') })),
    );
    expect(suggestions.filter(({ kind }) => kind === 'room').map(({ room }) => room?.id)).toEqual([
      'lab 2',
      'room 3',
      'hall',
    ]);
  });

  it('offer the qualified who are free, and those first who disturb fewest people', () => {
    const retired = anInstructor('Sun', { retired: true });
    const other = anInstructor('Qian', { qualifications: [] });
    const wanted = session('wanted', { roomId: 'hall', instructors: ledBy('Li') });
    const suggestions = suggestionsFor(
      aTimetable({ sessions: [held], rooms, instructors: [...people, retired, other], calendar }),
      unplaced(wanted),
    );
    expect(suggestions.slice(0, 2).map(({ instructor, disturbed }) => [instructor?.id, disturbed])).toEqual([
      ['Wang', 2],
      ['Zhao', 2],
    ]);
    expect(suggestions.slice(2).every(({ kind, disturbed }) => kind === 'time' && disturbed === 25)).toBe(true);
  });

  it('offer both where neither alone would do', () => {
    const suggestions = suggestionsFor(
      timetable([held]),
      unplaced(session('wanted', { roomId: 'lab', instructors: ledBy('Li') })),
    );
    expect(suggestions.find(({ kind }) => kind === 'roomAndInstructor')).toMatchObject({
      room: { id: 'lab 2' },
      instructor: { id: 'Wang' },
    });
  });

  it('offer the nearest times at which nothing speaks against it: the same day first', () => {
    const suggestions = suggestionsFor(
      timetable([held]),
      unplaced(session('wanted', { roomId: 'lab', instructors: ledBy('Wang') })),
    );
    expect(suggestions.flatMap(({ time }) => time?.startsAt ?? [])).toEqual([
      instantOf('2026-03-10', '12:00'),
      instantOf('2026-03-10', '12:30'),
      instantOf('2026-03-10', '13:00'),
    ]);
  });

  it('step over holidays, and never lie before the present', () => {
    const before = session('wanted', {
      startsAt: instantOf('2026-02-13', '19:00'),
      endsAt: instantOf('2026-02-13', '21:00'),
    });
    const suggestions = suggestionsFor(timetable([], instantOf('2026-02-13', '20:00')), unplaced(before));
    expect(suggestions.map(({ time }) => [time?.date, time?.note])).toEqual([
      ['2026-02-14', 'makeUpWorkday'],
      ['2026-02-14', 'makeUpWorkday'],
      ['2026-02-14', 'makeUpWorkday'],
    ]);
  });

  it('keep to weekends for a session at a weekend', () => {
    const saturday = session('wanted', {
      startsAt: instantOf('2026-03-14', '08:00'),
      endsAt: instantOf('2026-03-14', '21:30'),
    });
    expect(suggestionsFor(timetable([]), unplaced(saturday)).map(({ time }) => time?.date)).toEqual([
      '2026-03-15',
      '2026-03-08',
      '2026-03-21',
    ]);
  });

  it('are well, every one, on any term', () => {
    const slot = fc.record({
      day: fc.integer({ min: 0, max: 13 }),
      hour: fc.integer({ min: 8, max: 18 }),
      length: fc.integer({ min: 1, max: 3 }),
      room: fc.constantFrom('lab', 'room 3', 'lab 2', 'hall'),
      who: fc.constantFrom('Li', 'Wang', 'Zhao'),
    });
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 60 }), (slots) => {
        const busy = slots.map(({ day, hour, length, room, who }, at) => {
          const startsAt = instantOf('2026-03-06', '00:00') + (day * 24 + hour) * HOUR;
          return session(`busy ${at}`, {
            roomId: room,
            instructors: ledBy(who),
            startsAt,
            endsAt: startsAt + length * HOUR,
          });
        });
        const suggestions = suggestionsFor(
          timetable(busy),
          unplaced(session('wanted', { roomId: 'lab', instructors: ledBy('Li') })),
        );
        expect(suggestions.length).toBeGreaterThanOrEqual(3);
        for (const { slot } of suggestions) {
          const apart = busy.filter((one) => one.startsAt < slot.endsAt && slot.startsAt < one.endsAt);
          expect(
            apart.filter(
              (one) =>
                one.roomId === slot.roomId || one.instructors[0]?.instructorId === slot.instructors[0]?.instructorId,
            ),
          ).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shift a whole pattern only to hours that are free on every date, nearest first', () => {
    const spans = [0, 7, 14].map((day) =>
      session('wanted', { roomId: 'lab', startsAt: nine + day * 24 * HOUR, endsAt: nine + (day * 24 + 3) * HOUR }),
    );
    const later = session('later', {
      roomId: 'lab',
      startsAt: nine + (7 * 24 + 3) * HOUR,
      endsAt: nine + (7 * 24 + 4) * HOUR,
    });
    expect(startsFreeForAll(spans, timetable([held, later], 0), { cohort, count: 3 })).toEqual([
      '13:00',
      '13:30',
      '14:00',
    ]);
    expect(startsFreeForAll([], timetable([]), { cohort, count: 3 })).toEqual([]);
  });
});
