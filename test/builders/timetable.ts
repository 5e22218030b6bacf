import type { AcademyCalendar } from '../../src/scheduling/core/domain/academy-calendar.js';
import { ALWAYS } from '../../src/scheduling/core/domain/availability.js';
import type { PlacedSession } from '../../src/scheduling/core/domain/placed-session.js';
import { Timetable } from '../../src/scheduling/core/domain/timetable.js';
import type { InstructorFacts, PoolFacts, RoomFacts } from '../../src/scheduling/core/domain/timetable-facts.js';

/** A session without a database: of a cohort of its own, without room or instructor. */
export function aSession(id: string, change: Partial<PlacedSession> = {}): PlacedSession {
  return {
    id,
    number: 1,
    cohortId: `cohort of ${id}`,
    cohortCode: `C-${id}`,
    courseId: 'AZ-104',
    seatsNeeded: 24,
    startsAt: 0,
    endsAt: 3_600_000,
    roomId: null,
    instructors: [],
    licences: [],
    setUp: 0,
    clearAway: 0,
    roomName: null,
    instructorNames: [],
    ...change,
  };
}

export function aRoom(id: string, change: Partial<RoomFacts> = {}): RoomFacts {
  return {
    id,
    code: id,
    name: { zh: id, en: id },
    seats: 40,
    features: [],
    closed: false,
    setUp: 0,
    clearAway: 0,
    ...ALWAYS,
    ...change,
  };
}

/** An instructor who may teach AZ-104 without end. */
export function anInstructor(id: string, change: Partial<InstructorFacts> = {}): InstructorFacts {
  return {
    id,
    name: { zh: id, en: id },
    retired: false,
    qualifications: [{ courseId: 'AZ-104', validFrom: null, validUntil: null }],
    mostMinutesPerDay: null,
    mostMinutesPerWeek: null,
    ...ALWAYS,
    ...change,
  };
}

export function aPool(id: string, change: Partial<PoolFacts> = {}): PoolFacts {
  return { id, name: id, seats: 40, validFrom: '2026-01-01', validUntil: null, closed: false, ...change };
}

interface TimetableFilter {
  readonly sessions?: readonly PlacedSession[];
  readonly rooms?: readonly RoomFacts[];
  readonly instructors?: readonly InstructorFacts[];
  readonly pools?: readonly PoolFacts[];
  readonly calendar: AcademyCalendar;
  readonly now?: number;
}

export function aTimetable({
  sessions = [],
  rooms = [],
  instructors = [],
  pools = [],
  calendar,
  now = 0,
}: TimetableFilter): Timetable {
  return new Timetable({ sessions, rooms, instructors, pools, calendar, now });
}
