import { dayOf } from '../../platform/clock.js';
import { blockers, refuse, type Refusal, type RefusalData } from '../../platform/refusals.js';
import type { Clash, Named, PlacedSession, Placing, Resource } from './placed-session.js';
import { isQualifiedOn, type Qualification } from './qualification.js';
import type { TimetableRefusalCode } from './refusals.js';

export interface RoomFacts {
  readonly name: Named;
  readonly seats: number;
  readonly closed: boolean;
}

export interface InstructorFacts {
  readonly name: Named;
  readonly retired: boolean;
  readonly qualifications: readonly Qualification[];
}

/** What the rules judge a placing by. Instants in epoch milliseconds. */
export interface PlacingFacts {
  readonly now: number;
  readonly placing: Placing;
  /** From `SessionIndex.clashesOf(placing)` or `clashesOf(placing, others)`. */
  readonly clashes: readonly Clash[];
  readonly courseId: string;
  /** The cohort's capacity. */
  readonly seatsNeeded: number;
  readonly room: RoomFacts | null;
  readonly instructor: InstructorFacts | null;
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
      roomIsOpen,
      instructorStillTeaches,
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
  return heldBy(clashes, 'room', (other) => refuse('roomIsTaken', other, 'roomId'));
}

export function instructorIsFree({ clashes }: PlacingFacts): Answer {
  return heldBy(clashes, 'instructor', (other) => refuse('instructorIsTaken', other, 'instructorId'));
}

export function cohortIsFree({ clashes }: PlacingFacts): Answer {
  return heldBy(clashes, 'cohort', (other) => refuse('cohortIsTaken', other, 'startTime'));
}

export function roomIsOpen({ room }: PlacingFacts): Answer {
  return room?.closed ? refuse('roomIsClosed', bothNames('room', room.name), 'roomId') : null;
}

export function instructorStillTeaches({ instructor }: PlacingFacts): Answer {
  return instructor?.retired ? refuse('instructorHasLeft', bothNames('instructor', instructor.name), 'instructorId') : null;
}

export function instructorIsQualifiedOnTheDate({ instructor, courseId, placing }: PlacingFacts): Answer {
  const date = dayOf(placing.startsAt);
  if (instructor === null || isQualifiedOn(date, courseId, instructor.qualifications)) return null;
  const nearest = instructor.qualifications.find((one) => one.courseId === courseId);
  if (nearest === undefined) return refuse('instructorNotQualified', bothNames('instructor', instructor.name), 'instructorId');
  const { validFrom, validUntil } = nearest;
  const from = validFrom ?? '…';
  const until = validUntil ?? '…';
  return refuse('instructorNotQualifiedOnTheDate', { ...bothNames('instructor', instructor.name), date, from, until }, 'instructorId');
}

export function roomSeatsTheCohort({ room, seatsNeeded }: PlacingFacts): Answer {
  if (room === null || room.seats >= seatsNeeded) return null;
  return refuse('roomTooSmall', { ...bothNames('room', room.name), seats: room.seats, needed: seatsNeeded }, 'roomId');
}

type OtherNamed = ReturnType<typeof named>;

// One refusal for a resource, naming the first session that holds it; `more` counts the rest.
function heldBy(clashes: readonly Clash[], resource: Resource, telling: (other: OtherNamed) => Refusal<TimetableRefusalCode>): Answer {
  const [first, ...rest] = clashes.filter((clash) => clash.resource === resource);
  return first === undefined ? null : telling(named(first.other, rest.length));
}

function named({ id, cohortCode, number, startsAt, endsAt, roomName, instructorName }: PlacedSession, more: number) {
  return {
    session: id, cohort: cohortCode, number, day: dayOf(startsAt), startsAt, endsAt, more,
    ...bothNames('room', roomName), ...bothNames('instructor', instructorName),
  };
}

/** A name as refusal data: the words of each language take their own. */
export function bothNames(what: string, name: Named | null): RefusalData {
  return { [`${what}Zh`]: name?.zh ?? '', [`${what}En`]: name?.en ?? '' };
}

function times({ startsAt, endsAt }: Placing): { startsAt: number; endsAt: number } {
  return { startsAt, endsAt };
}
