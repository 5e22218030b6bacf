import { dayOf } from '../../../platform/clock.js';
import { type FreeTime, nearestFreeTimes } from './nearest-free-times.js';
import type { ProposedSlot, SessionSlot, Teaching } from './placed-session.js';
import { isQualifiedOn } from './qualification.js';
import type { CohortFacts, InstructorFacts, RoomFacts } from './timetable-facts.js';
import type { Timetable } from './timetable.js';

/** An alternative to a refused slot; it has no refusal. */
export interface Suggestion {
  readonly kind: 'instructor' | 'room' | 'roomAndInstructor' | 'time';
  readonly place: SessionSlot;
  readonly room: RoomFacts | null;
  /** The replacing instructor. */
  readonly instructor: InstructorFacts | null;
  /** The new time, if it changes. */
  readonly time: FreeTime | null;
  /** Number of people whose day changes: trainees and all instructors, or only the two instructors who swap. */
  readonly disturbed: number;
}

interface Unplaced {
  readonly placing: ProposedSlot;
  readonly cohort: CohortFacts;
  /** Number of trainees of the cohort. */
  readonly people: number;
}

const MOST_OF_A_KIND = 3;

/**
 * Alternatives for a session, those that affect the fewest people first: another free qualified instructor, another
 * room that fits (same equipment first, then smallest), both, or the nearest free times.
 */
export function suggestionsFor(timetable: Timetable, unplaced: Unplaced): Suggestion[] {
  // If only the day is the problem (a holiday or closure), no other room or instructor helps.
  const isOnlyTheDay = isPossible(timetable, unplaced.placing, unplaced.cohort);
  const rooms = isOnlyTheDay || unplaced.placing.roomId === null ? [] : roomsInstead(timetable, unplaced);
  const instructors =
    isOnlyTheDay || unplaced.placing.instructors.length === 0 ? [] : instructorsInstead(timetable, unplaced);
  const both =
    isOnlyTheDay ||
    rooms.length > 0 ||
    instructors.length > 0 ||
    unplaced.placing.roomId === null ||
    unplaced.placing.instructors.length === 0
      ? []
      : roomsWithInstructors(timetable, unplaced);
  const times = nearestFreeTimes({
    placing: unplaced.placing,
    calendar: timetable.calendar,
    notBefore: timetable.now,
    count: MOST_OF_A_KIND,
    accepts: (placing) => isPossible(timetable, placing, unplaced.cohort),
  }).map((time): Suggestion => ({
    kind: 'time',
    place: slotOf({ ...unplaced.placing, startsAt: time.startsAt, endsAt: time.endsAt }),
    room: null,
    instructor: null,
    time,
    disturbed: everybody(unplaced),
  }));
  return [...instructors, ...rooms, ...both, ...times].sort((a, b) => a.disturbed - b.disturbed);
}

/** Free instructors who are qualified for the course on the session's day. */
export function instructorsWhoMay(
  timetable: Timetable,
  { placing, cohort }: Pick<Unplaced, 'placing' | 'cohort'>,
): InstructorFacts[] {
  const day = dayOf(placing.startsAt);
  const current = new Set(placing.instructors.map((one) => one.instructorId));
  return [...timetable.instructors.values()].filter(
    (one) => !one.retired && !current.has(one.id) && isQualifiedOn(day, cohort.courseId, one.qualifications),
  );
}

function instructorsInstead(timetable: Timetable, unplaced: Unplaced): Suggestion[] {
  return substitutes(timetable, unplaced, unplaced.placing)
    .filter((one) => isPossible(timetable, one.placing, unplaced.cohort))
    .slice(0, MOST_OF_A_KIND)
    .map(({ placing, instructor }) => ({
      kind: 'instructor',
      place: slotOf(placing),
      room: null,
      instructor,
      time: null,
      disturbed: 2,
    }));
}

/** The slot with each other qualified lead. */
function substitutes(
  timetable: Timetable,
  { cohort }: Unplaced,
  placing: ProposedSlot,
): { placing: ProposedSlot; instructor: InstructorFacts }[] {
  return instructorsWhoMay(timetable, { placing, cohort }).map((instructor) => ({
    instructor,
    placing: { ...placing, instructors: ledInsteadBy(placing.instructors, instructor.id) },
  }));
}

export function ledInsteadBy(instructors: readonly Teaching[], instructorId: string): Teaching[] {
  return [
    { instructorId, role: 'lead' },
    ...instructors.filter((one) => one.role !== 'lead' && one.instructorId !== instructorId),
  ];
}

function roomsInstead(timetable: Timetable, unplaced: Unplaced): Suggestion[] {
  return otherRooms(timetable, unplaced)
    .filter(({ placing }) => isPossible(timetable, placing, unplaced.cohort))
    .slice(0, MOST_OF_A_KIND)
    .map(({ placing, room }) => ({
      kind: 'room',
      place: slotOf(placing),
      room,
      instructor: null,
      time: null,
      disturbed: everybody(unplaced),
    }));
}

function roomsWithInstructors(timetable: Timetable, unplaced: Unplaced): Suggestion[] {
  const pairs = otherRooms(timetable, unplaced).flatMap(({ placing, room }) =>
    substitutes(timetable, unplaced, placing).map((one) => ({ ...one, room })),
  );
  return pairs
    .filter(({ placing }) => isPossible(timetable, placing, unplaced.cohort))
    .slice(0, MOST_OF_A_KIND)
    .map(({ placing, room, instructor }) => ({
      kind: 'roomAndInstructor',
      place: slotOf(placing),
      room,
      instructor,
      time: null,
      disturbed: everybody(unplaced) + 1,
    }));
}

/**
 * Rooms that seat the cohort: those with all features of the requested room first, then the smallest, to keep large
 * rooms for large cohorts.
 */
function otherRooms(timetable: Timetable, { placing, cohort }: Unplaced): { placing: ProposedSlot; room: RoomFacts }[] {
  const features = (placing.roomId === null ? undefined : timetable.rooms.get(placing.roomId))?.features ?? [];
  const lacks = (room: RoomFacts) => features.filter((feature) => !room.features.includes(feature)).length;
  return [...timetable.rooms.values()]
    .filter((room) => !room.closed && room.seats >= cohort.seatsNeeded && room.id !== placing.roomId)
    .sort((a, b) => lacks(a) - lacks(b) || a.seats - b.seats)
    .map((room) => ({ room, placing: { ...placing, roomId: room.id, setUp: room.setUp, clearAway: room.clearAway } }));
}

function isPossible(timetable: Timetable, placing: ProposedSlot, cohort: CohortFacts): boolean {
  return timetable.judge(placing, cohort).length === 0;
}

function everybody({ people, placing }: Unplaced): number {
  return people + placing.instructors.length;
}

export function slotOf({ startsAt, endsAt, roomId, instructors, licences }: SessionSlot): SessionSlot {
  return { startsAt, endsAt, roomId, instructors, licences };
}
