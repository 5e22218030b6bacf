import { dayOf } from '../../../platform/clock.js';
import { type FreeTime, nearestFreeTimes } from './nearest-free-times.js';
import type { ProposedSlot, SessionSlot, Teaching } from './placed-session.js';
import { isQualifiedOn } from './qualification.js';
import type { CohortFacts, InstructorFacts, RoomFacts } from './timetable-facts.js';
import type { Timetable } from './timetable.js';

/** An alternative to a refused slot; it has no refusal. */
export interface Suggestion {
  readonly kind: 'instructor' | 'room' | 'roomAndInstructor' | 'time';
  readonly slot: SessionSlot;
  readonly room: RoomFacts | null;
  /** The replacing instructor. */
  readonly instructor: InstructorFacts | null;
  /** The new time, if it changes. */
  readonly time: FreeTime | null;
  /** Number of people whose day changes: trainees and all instructors, or only the two instructors who swap. */
  readonly disturbed: number;
}

interface SuggestionFacts {
  readonly proposed: ProposedSlot;
  readonly cohort: CohortFacts;
  /** Number of trainees of the cohort. */
  readonly people: number;
}

const MOST_OF_A_KIND = 3;

/**
 * Alternatives for a session, those that affect the fewest people first: another free qualified instructor, another
 * room that fits (same equipment first, then smallest), both, or the nearest free times.
 */
export function suggestionsFor(timetable: Timetable, unplaced: SuggestionFacts): Suggestion[] {
  // If only the day is the problem (a holiday or closure), no other room or instructor helps.
  const isOnlyTheDay = isPossible(timetable, unplaced.proposed, unplaced.cohort);
  const rooms = isOnlyTheDay || unplaced.proposed.roomId === null ? [] : roomsInstead(timetable, unplaced);
  const instructors =
    isOnlyTheDay || unplaced.proposed.instructors.length === 0 ? [] : instructorsInstead(timetable, unplaced);
  const both =
    isOnlyTheDay ||
    rooms.length > 0 ||
    instructors.length > 0 ||
    unplaced.proposed.roomId === null ||
    unplaced.proposed.instructors.length === 0
      ? []
      : roomsWithInstructors(timetable, unplaced);
  const times = nearestFreeTimes({
    proposed: unplaced.proposed,
    calendar: timetable.calendar,
    notBefore: timetable.now,
    count: MOST_OF_A_KIND,
    accepts: (proposed) => isPossible(timetable, proposed, unplaced.cohort),
  }).map((time): Suggestion => ({
    kind: 'time',
    slot: slotOf({ ...unplaced.proposed, startsAt: time.startsAt, endsAt: time.endsAt }),
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
  { proposed, cohort }: Pick<SuggestionFacts, 'proposed' | 'cohort'>,
): InstructorFacts[] {
  const day = dayOf(proposed.startsAt);
  const current = new Set(proposed.instructors.map((one) => one.instructorId));
  return [...timetable.instructors.values()].filter(
    (one) => !one.retired && !current.has(one.id) && isQualifiedOn(day, cohort.courseId, one.qualifications),
  );
}

function instructorsInstead(timetable: Timetable, unplaced: SuggestionFacts): Suggestion[] {
  return substitutes(timetable, unplaced, unplaced.proposed)
    .filter((one) => isPossible(timetable, one.proposed, unplaced.cohort))
    .slice(0, MOST_OF_A_KIND)
    .map(({ proposed, instructor }) => ({
      kind: 'instructor',
      slot: slotOf(proposed),
      room: null,
      instructor,
      time: null,
      disturbed: 2,
    }));
}

/** The slot with each other qualified lead. */
function substitutes(
  timetable: Timetable,
  { cohort }: SuggestionFacts,
  proposed: ProposedSlot,
): { proposed: ProposedSlot; instructor: InstructorFacts }[] {
  return instructorsWhoMay(timetable, { proposed, cohort }).map((instructor) => ({
    instructor,
    proposed: { ...proposed, instructors: ledInsteadBy(proposed.instructors, instructor.id) },
  }));
}

export function ledInsteadBy(instructors: readonly Teaching[], instructorId: string): Teaching[] {
  return [
    { instructorId, role: 'lead' },
    ...instructors.filter((one) => one.role !== 'lead' && one.instructorId !== instructorId),
  ];
}

function roomsInstead(timetable: Timetable, unplaced: SuggestionFacts): Suggestion[] {
  return otherRooms(timetable, unplaced)
    .filter(({ proposed }) => isPossible(timetable, proposed, unplaced.cohort))
    .slice(0, MOST_OF_A_KIND)
    .map(({ proposed, room }) => ({
      kind: 'room',
      slot: slotOf(proposed),
      room,
      instructor: null,
      time: null,
      disturbed: everybody(unplaced),
    }));
}

function roomsWithInstructors(timetable: Timetable, unplaced: SuggestionFacts): Suggestion[] {
  const pairs = otherRooms(timetable, unplaced).flatMap(({ proposed, room }) =>
    substitutes(timetable, unplaced, proposed).map((one) => ({ ...one, room })),
  );
  return pairs
    .filter(({ proposed }) => isPossible(timetable, proposed, unplaced.cohort))
    .slice(0, MOST_OF_A_KIND)
    .map(({ proposed, room, instructor }) => ({
      kind: 'roomAndInstructor',
      slot: slotOf(proposed),
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
function otherRooms(
  timetable: Timetable,
  { proposed, cohort }: SuggestionFacts,
): { proposed: ProposedSlot; room: RoomFacts }[] {
  const features = (proposed.roomId === null ? undefined : timetable.rooms.get(proposed.roomId))?.features ?? [];
  const lacks = (room: RoomFacts) => features.filter((feature) => !room.features.includes(feature)).length;
  return [...timetable.rooms.values()]
    .filter((room) => !room.closed && room.seats >= cohort.seatsNeeded && room.id !== proposed.roomId)
    .sort((a, b) => lacks(a) - lacks(b) || a.seats - b.seats)
    .map((room) => ({
      room,
      proposed: { ...proposed, roomId: room.id, setUp: room.setUp, clearAway: room.clearAway },
    }));
}

function isPossible(timetable: Timetable, proposed: ProposedSlot, cohort: CohortFacts): boolean {
  return timetable.judge(proposed, cohort).length === 0;
}

function everybody({ people, proposed }: SuggestionFacts): number {
  return people + proposed.instructors.length;
}

export function slotOf({ startsAt, endsAt, roomId, instructors, licences }: SessionSlot): SessionSlot {
  return { startsAt, endsAt, roomId, instructors, licences };
}
