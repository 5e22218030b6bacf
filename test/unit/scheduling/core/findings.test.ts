import { instantOf } from '../../../../src/platform/clock.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { findingsOf } from '../../../../src/scheduling/core/domain/findings.js';
import { ledBy } from '../../../../src/scheduling/core/domain/placed-session.js';
import type { InstructorFacts, RoomFacts } from '../../../../src/scheduling/core/domain/timetable-facts.js';
import { anInstructor, aRoom, aSession, aTimetable } from '../../../builders/timetable.js';

const calendar = new AcademyCalendar([], []);
const at = (from: string, until: string) => ({
  startsAt: instantOf('2026-03-09', from),
  endsAt: instantOf('2026-03-09', until),
});
const SESSION = aSession('s', { ...at('09:00', '12:00'), roomId: 'LAB', instructors: ledBy('Li') });
const NEXT = aSession('t', { ...at('12:10', '14:00'), roomId: 'LAB' });

interface Change {
  readonly room?: Partial<RoomFacts>;
  readonly instructor?: Partial<InstructorFacts>;
  readonly overrideReason?: string;
}

const found = (kind: 'room' | 'instructor', { room = {}, instructor = {}, overrideReason }: Change = {}) => {
  const timetable = aTimetable({
    sessions: [SESSION, NEXT],
    rooms: [aRoom('LAB', room)],
    instructors: [anInstructor('Li', instructor)],
    calendar,
  });
  return findingsOf(
    timetable,
    { id: 's', cohortId: SESSION.cohortId, slot: SESSION, overrideReason: overrideReason ?? null },
    { kind, id: kind === 'room' ? 'LAB' : 'Li' },
  ).map(({ code }) => code);
};
const AWAY = [{ ...at('11:00', '18:00'), reason: '换空调' }];
const AFTERNOONS = [{ weekday: 1 as const, fromMinute: 13 * 60, untilMinute: 18 * 60 }];

test('nothing is found where the facts are as they were', () => {
  expect([found('room'), found('instructor')]).toEqual([[], []]);
});

test.each([
  ['a closure', { away: AWAY }, ['roomIsShutThen']],
  ['shorter hours', { hours: AFTERNOONS }, ['roomOutsideHours']],
  ['fewer seats', { seats: 23 }, ['roomTooSmall']],
  ['longer margins', { clearAway: 15 }, ['roomIsTaken']],
  ['margins that still fit', { clearAway: 10 }, []],
])('%s of its room speaks against a session that stands', (_what, room, codes) =>
  expect(found('room', { room })).toEqual(codes),
);

test.each([
  ['an absence', { away: AWAY }, ['instructorIsAbsent']],
  ['another week', { hours: AFTERNOONS }, ['instructorOutsideHours']],
  ['fewer hours a day', { mostMinutesPerDay: 120 }, ['instructorTaughtEnoughThatDay']],
  [
    'a qualification that ended',
    { qualifications: [{ courseId: 'AZ-104', validFrom: null, validUntil: '2026-03-08' }] },
    ['instructorNotQualifiedOnTheDate'],
  ],
])('%s of its instructor speaks against it', (_what, instructor, codes) =>
  expect(found('instructor', { instructor })).toEqual(codes),
);

test('each owner gets its own findings only', () => {
  expect(found('room', { instructor: { away: AWAY } })).toEqual([]);
  expect(found('instructor', { room: { away: AWAY } })).toEqual([]);
});

test('overridden rules are reported again only for closures, absences and double bookings', () => {
  const overrideReason = '嘉宾只有这天有空';
  expect(found('room', { room: { hours: AFTERNOONS, seats: 10 }, overrideReason })).toEqual([]);
  expect(found('room', { room: { away: AWAY }, overrideReason })).toEqual(['roomIsShutThen']);
  expect(found('room', { room: { clearAway: 15 }, overrideReason })).toEqual(['roomIsTaken']);
});
