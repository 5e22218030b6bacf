import { instantOf } from '../../../../src/platform/clock.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { ALWAYS } from '../../../../src/scheduling/core/domain/availability.js';
import { ledBy, type PlacedSession } from '../../../../src/scheduling/core/domain/placed-session.js';
import { substitutesFor } from '../../../../src/scheduling/notifications/domain/substitutes.js';
import { Timetable } from '../../../../src/scheduling/core/domain/timetable.js';
import type { InstructorFacts } from '../../../../src/scheduling/core/domain/timetable-facts.js';

const teaches = (id: string, more: Partial<InstructorFacts> = {}): InstructorFacts => ({
  ...ALWAYS,
  id,
  name: { zh: id, en: id },
  retired: false,
  qualifications: [{ courseId: 'az', validFrom: null, validUntil: null }],
  mostMinutesPerDay: null,
  mostMinutesPerWeek: null,
  ...more,
});
const session = (
  id: string,
  lead: string | null,
  [day, from, until]: readonly [string, string, string],
): PlacedSession => ({
  id,
  cohortId: `c-${id}`,
  number: 1,
  cohortCode: `C-${id}`,
  courseId: 'az',
  seatsNeeded: 10,
  startsAt: instantOf(day, from),
  endsAt: instantOf(day, until),
  roomId: null,
  roomName: null,
  instructors: ledBy(lead),
  instructorNames: [],
  licences: [],
  setUp: 0,
  clearAway: 0,
});
const unplaced = session('ill', 'wang', ['2026-03-12', '09:00', '12:00']);
const others = [
  session('a', 'li', ['2026-03-12', '13:00', '17:00']),
  session('b', 'li', ['2026-03-10', '09:00', '12:00']),
  session('c', 'zhao', ['2026-03-12', '11:00', '13:00']),
  session('d', 'sun', ['2026-03-05', '09:00', '17:00']),
];
const people = [
  teaches('wang'),
  teaches('li'),
  teaches('zhao'),
  teaches('sun'),
  teaches('qian', { qualifications: [] }),
  teaches('zhou', { retired: true }),
];
const timetable = new Timetable({
  sessions: [unplaced, ...others],
  rooms: [],
  instructors: people,
  pools: [],
  calendar: new AcademyCalendar([], []),
  now: instantOf('2026-03-02', '09:00'),
});
const found = substitutesFor(timetable, {
  proposed: unplaced,
  cohort: { courseId: 'az', seatsNeeded: 10 },
  insteadOf: 'wang',
});

describe('who could take a session over', () => {
  it('are those who may teach the course and are not in it: the free first, those with least that week before others', () => {
    expect(found.map(({ instructor, against }) => [instructor.id, against.map(({ code }) => code)])).toEqual([
      ['sun', []],
      ['li', []],
      ['zhao', ['instructorIsTaken']],
    ]);
  });

  it('are listed with their hours that week, other sessions that day, and the gap between them', () => {
    const li = found.find(({ instructor }) => instructor.id === 'li')!;
    expect([li.minutesThatWeek, li.thatDay.map(({ id }) => id), li.minutesApart]).toEqual([7 * 60, ['a'], 60]);
    const sun = found.find(({ instructor }) => instructor.id === 'sun')!;
    expect([sun.minutesThatWeek, sun.thatDay, sun.minutesApart]).toEqual([0, [], null]);
  });

  it('replace the unavailable instructor in the same role, and leave the others unchanged', () => {
    const proposed = {
      ...unplaced,
      instructors: [...ledBy('wang'), { instructorId: 'li', role: 'assistant' as const }],
    };
    const [lead] = substitutesFor(timetable, {
      proposed,
      cohort: { courseId: 'az', seatsNeeded: 10 },
      insteadOf: 'wang',
    });
    expect(lead!.slot.instructors).toEqual([
      { instructorId: 'sun', role: 'lead' },
      { instructorId: 'li', role: 'assistant' },
    ]);
    const [assistant] = substitutesFor(timetable, {
      proposed,
      cohort: { courseId: 'az', seatsNeeded: 10 },
      insteadOf: 'li',
    });
    expect(assistant!.slot.instructors).toEqual([
      { instructorId: 'wang', role: 'lead' },
      { instructorId: 'sun', role: 'assistant' },
    ]);
  });

  it('do not show refusals that the session has with any instructor', () => {
    const past = { ...unplaced, startsAt: instantOf('2026-03-01', '09:00'), endsAt: instantOf('2026-03-01', '12:00') };
    expect(
      substitutesFor(timetable, {
        proposed: past,
        cohort: { courseId: 'az', seatsNeeded: 10 },
        insteadOf: 'wang',
      }).every(({ against }) => against.length === 0),
    ).toBe(true);
  });
});
