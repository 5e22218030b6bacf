import { daysAfter, instantOf } from '../../../../src/platform/clock.js';
import type { DayFact } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { ledBy, type PlacedSession } from '../../../../src/scheduling/core/domain/placed-session.js';
import type { RepairCohort, RepairMove, RepairScope } from '../../../../src/scheduling/repairs/domain/repair.js';
import { Timetable } from '../../../../src/scheduling/core/domain/timetable.js';
import type { InstructorFacts, PoolFacts, RoomFacts } from '../../../../src/scheduling/core/domain/timetable-facts.js';

const HOUR = 3_600_000;
export const NOW = instantOf('2026-04-20', '08:00');
const both = (name: string) => ({ zh: name, en: name });

export const aRoom = (id: string, more: Partial<RoomFacts> = {}): RoomFacts => ({
  id,
  code: id,
  name: both(id),
  seats: 30,
  features: [],
  closed: false,
  setUp: 0,
  clearAway: 0,
  hours: [],
  away: [],
  ...more,
});
export const aTeacher = (id: string, more: Partial<InstructorFacts> = {}): InstructorFacts => ({
  id,
  name: both(id),
  retired: false,
  qualifications: [{ courseId: 'course', validFrom: null, validUntil: null }],
  mostMinutesPerDay: null,
  mostMinutesPerWeek: null,
  hours: [],
  away: [],
  ...more,
});
export const aPool = (id: string, more: Partial<PoolFacts> = {}): PoolFacts => ({
  id,
  name: id,
  seats: 20,
  validFrom: '2026-01-01',
  validUntil: null,
  closed: false,
  ...more,
});
export const aCohort = (id: string, more: Partial<RepairCohort> = {}): RepairCohort => ({
  id,
  code: id.toUpperCase(),
  courseId: 'course',
  seatsNeeded: 20,
  state: 'confirmed',
  startsOn: '2026-04-01',
  endsOn: '2026-06-30',
  people: 12,
  ...more,
});

/** A session of cohort `a` in room `r1` by teacher `t1`, three hours long, unless told otherwise. */
export function aSession(id: string, at: string, more: Partial<PlacedSession> = {}): PlacedSession {
  const startsAt = instantOf(at.slice(0, 10), at.slice(11));
  const cohortId = more.cohortId ?? 'a';
  return {
    id,
    number: 1,
    cohortId,
    cohortCode: cohortId.toUpperCase(),
    courseId: 'course',
    seatsNeeded: 20,
    startsAt,
    endsAt: startsAt + 3 * HOUR,
    roomId: 'r1',
    instructors: ledBy('t1'),
    licences: [],
    setUp: 0,
    clearAway: 0,
    roomName: both('r1'),
    instructorNames: [both('t1')],
    ...more,
  };
}

export interface Term {
  readonly sessions: readonly PlacedSession[];
  readonly rooms?: readonly RoomFacts[];
  readonly teachers?: readonly InstructorFacts[];
  readonly pools?: readonly PoolFacts[];
  readonly cohorts?: readonly RepairCohort[];
  readonly days?: readonly DayFact[];
  readonly fixed?: readonly string[];
  readonly letStand?: readonly string[];
  readonly meantDays?: readonly (readonly [session: string, day: string])[];
}

export function timetableOf({
  sessions,
  rooms = [aRoom('r1')],
  teachers = [aTeacher('t1')],
  pools = [],
  days = [],
}: Term): Timetable {
  return new Timetable({
    sessions,
    rooms,
    instructors: teachers,
    pools,
    calendar: new AcademyCalendar(days, [2026]),
    now: NOW,
  });
}

export function scopeOf({
  cohorts = [aCohort('a'), aCohort('b')],
  fixed = [],
  letStand = [],
  meantDays = [],
}: Term): RepairScope {
  return {
    cohorts: new Map(cohorts.map((one) => [one.id, one])),
    fixed: new Set(fixed),
    letStand: new Set(letStand),
    meantDays: new Map(meantDays),
  };
}

export const holidays = (name: string, first: string, days: number): DayFact[] =>
  Array.from({ length: days }, (_, at) => ({ kind: 'holiday', date: daysAfter(first, at), name }));

/** The sessions as they would stand after the moves. */
export function after(sessions: readonly PlacedSession[], moves: readonly RepairMove[]): PlacedSession[] {
  const places = new Map(moves.map(({ session, slot }) => [session.id, slot]));
  return sessions.map((one) => ({ ...one, ...places.get(one.id) }));
}

/** The plain definition, by every pair: who or what is held twice, margins of rooms included. */
export function clashesByPairs(sessions: readonly PlacedSession[], rooms: readonly RoomFacts[]): string[] {
  const margins = new Map(rooms.map((room) => [room.id, room]));
  return sessions.flatMap((one, at) =>
    sessions.slice(at + 1).flatMap((other) => {
      const found: string[] = [];
      const overlap = one.startsAt < other.endsAt && other.startsAt < one.endsAt;
      if (overlap && one.cohortId === other.cohortId) found.push('cohort');
      if (
        overlap &&
        one.instructors.some((teacher) =>
          other.instructors.some(({ instructorId }) => instructorId === teacher.instructorId),
        )
      )
        found.push('instructor');
      const room = one.roomId !== null && one.roomId === other.roomId ? margins.get(one.roomId) : undefined;
      if (room) {
        const before = room.setUp * 60_000;
        const later = room.clearAway * 60_000;
        if (one.startsAt - before < other.endsAt + later && other.startsAt - before < one.endsAt + later)
          found.push('room');
      }
      return found.map((what) => `${what} ${one.id} ${other.id}`);
    }),
  );
}

/** Pools that are overbooked at the start of some session. */
export function overbooked(sessions: readonly PlacedSession[], pools: readonly PoolFacts[]): string[] {
  return pools.flatMap((pool) =>
    sessions
      .filter((at) => {
        const seats = sessions
          .filter((one) => one.startsAt <= at.startsAt && at.startsAt < one.endsAt)
          .flatMap((one) => one.licences)
          .filter(({ poolId }) => poolId === pool.id)
          .reduce((sum, need) => sum + need.seats, 0);
        return seats > pool.seats;
      })
      .map((one) => `${pool.id} ${one.id}`),
  );
}
