import { dayOf } from '../../platform/clock.js';
import { blockers, refuse, type Refusal } from '../../platform/refusals.js';
import type { HolidayFileRefusalCode } from './holiday-file.js';
import type { Clash, PlacedSession, Placing, Resource } from './placed-session.js';
import { isQualifiedOn, type Qualification } from './qualification.js';
import type { PatternRefusalCode } from './weekly-pattern-rules.js';

export type TimetableRefusalCode =
  | 'sessionEndsBeforeItStarts'
  | 'sessionCrossesMidnight'
  | 'sessionIsInThePast'
  | 'roomIsTaken'
  | 'instructorIsTaken'
  | 'cohortIsTaken'
  | 'instructorNotQualified'
  | 'instructorNotQualifiedOnTheDate'
  | 'roomTooSmall';

/** Every refusal that scheduling knows: each has words in both languages. */
export type SchedulingRefusalCode = TimetableRefusalCode | PatternRefusalCode | HolidayFileRefusalCode;

/** What the rules judge a placing by. Instants in epoch milliseconds. */
export interface PlacingFacts {
  readonly now: number;
  readonly placing: Placing;
  /** From `SessionIndex.clashesOf(placing)` or `clashesOf(placing, others)`. */
  readonly clashes: readonly Clash[];
  readonly courseId: string;
  /** The cohort's capacity. */
  readonly seatsNeeded: number;
  readonly room: { readonly name: string; readonly seats: number } | null;
  readonly instructor: { readonly name: string; readonly qualifications: readonly Qualification[] } | null;
}

type Answer = Refusal<TimetableRefusalCode> | null;

/** All that forbids a session to stand where it is wanted; empty when it may. */
export function timetableIsFree(facts: PlacingFacts): Refusal<TimetableRefusalCode>[] {
  return blockers<PlacingFacts, TimetableRefusalCode>(
    [
      sessionEndsAfterItStarts,
      sessionStaysWithinOneDay,
      sessionIsNotInThePast,
      roomIsFree,
      instructorIsFree,
      cohortIsFree,
      instructorIsQualifiedOnTheDate,
      roomSeatsTheCohort,
    ],
    facts,
  );
}

export function sessionEndsAfterItStarts({ placing }: PlacingFacts): Answer {
  return placing.endsAt > placing.startsAt ? null : refuse('sessionEndsBeforeItStarts', times(placing), 'endTime');
}

export function sessionStaysWithinOneDay({ placing }: PlacingFacts): Answer {
  const late = placing.endsAt > placing.startsAt && dayOf(placing.startsAt) !== dayOf(placing.endsAt);
  return late ? refuse('sessionCrossesMidnight', times(placing), 'endTime') : null;
}

export function sessionIsNotInThePast({ placing, now }: PlacingFacts): Answer {
  return placing.startsAt >= now ? null : refuse('sessionIsInThePast', { ...times(placing), now }, 'date');
}

export function roomIsFree({ clashes }: PlacingFacts): Answer {
  return heldBy(clashes, 'room', (other) => refuse('roomIsTaken', other, 'room'));
}

export function instructorIsFree({ clashes }: PlacingFacts): Answer {
  return heldBy(clashes, 'instructor', (other) => refuse('instructorIsTaken', other, 'instructor'));
}

export function cohortIsFree({ clashes }: PlacingFacts): Answer {
  return heldBy(clashes, 'cohort', (other) => refuse('cohortIsTaken', other, 'startTime'));
}

export function instructorIsQualifiedOnTheDate({ instructor, courseId, placing }: PlacingFacts): Answer {
  const date = dayOf(placing.startsAt);
  if (instructor === null || isQualifiedOn(date, courseId, instructor.qualifications)) return null;
  const nearest = instructor.qualifications.find((one) => one.courseId === courseId);
  if (nearest === undefined) return refuse('instructorNotQualified', { instructor: instructor.name }, 'instructor');
  const { validFrom, validUntil } = nearest;
  return refuse('instructorNotQualifiedOnTheDate', { instructor: instructor.name, date, validFrom, validUntil }, 'instructor');
}

export function roomSeatsTheCohort({ room, seatsNeeded }: PlacingFacts): Answer {
  if (room === null || room.seats >= seatsNeeded) return null;
  return refuse('roomTooSmall', { room: room.name, seats: room.seats, needed: seatsNeeded }, 'room');
}

type OtherNamed = ReturnType<typeof named>;

// One refusal for a resource, naming the first session that holds it; `more` counts the rest.
function heldBy(clashes: readonly Clash[], resource: Resource, telling: (other: OtherNamed) => Refusal<TimetableRefusalCode>): Answer {
  const [first, ...rest] = clashes.filter((clash) => clash.resource === resource);
  return first === undefined ? null : telling(named(first.other, rest.length));
}

function named({ id, cohortCode, number, startsAt, endsAt, roomName, instructorName }: PlacedSession, more: number) {
  return { session: id, cohort: cohortCode, number, startsAt, endsAt, room: roomName, instructor: instructorName, more };
}

function times({ startsAt, endsAt }: Placing): { startsAt: number; endsAt: number } {
  return { startsAt, endsAt };
}
