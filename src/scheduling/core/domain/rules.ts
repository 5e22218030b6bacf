import { dayOf } from '../../../platform/clock.js';
import { blockers, refuse, type Refusal, type RefusalData } from '../../../platform/refusals.js';
import { awayDuring, isWithinHours } from './availability.js';
import type { Clash, LicenceNeed, Named, PlacedSession, Placing, Resource } from './placed-session.js';
import { isQualifiedOn } from './qualification.js';
import type { TimetableRefusalCode } from './refusals.js';
import type { PoolUse } from './session-index.js';
import type { CohortFacts, InstructorFacts, PoolFacts, RoomFacts } from './timetable-facts.js';

/** What the rules judge a placing by. Instants in epoch milliseconds. */
export interface PlacingFacts {
  readonly now: number;
  readonly placing: Placing;
  /** From `SessionIndex.clashesOf(placing)`. */
  readonly clashes: readonly Clash[];
  readonly cohort: CohortFacts;
  readonly room: RoomFacts | null;
  readonly instructors: readonly TeachingFacts[];
  readonly pools: readonly NeedFacts[];
}

/** One instructor of the session; the minutes are those of their other sessions of that day and week. */
export interface TeachingFacts {
  readonly instructor: InstructorFacts;
  readonly minutesThatDay: number;
  readonly minutesThatWeek: number;
}

export interface NeedFacts {
  readonly pool: PoolFacts;
  readonly need: LicenceNeed;
  readonly use: PoolUse;
}

type Answer = Refusal<TimetableRefusalCode> | null;
type Rule<Facts> = (facts: Facts) => Answer;
type OneTeaching = PlacingFacts & { readonly teaching: TeachingFacts };
type OneNeed = PlacingFacts & { readonly needed: NeedFacts };

const OF_THE_SESSION: readonly Rule<PlacingFacts>[] = [
  sessionEndsAfterItStarts,
  sessionStaysWithinOneDay,
  sessionIsNotInThePast,
  roomIsFree,
  cohortIsFree,
  roomIsInUse,
  roomIsNotShut,
  roomIsBookableThen,
  roomSeatsTheCohort,
];
const OF_AN_INSTRUCTOR: readonly Rule<OneTeaching>[] = [
  instructorIsFree,
  instructorStillTeaches,
  instructorIsQualifiedOnTheDate,
  instructorIsNotAbsent,
  instructorIsBookableThen,
  instructorHasHoursLeftThatDay,
  instructorHasHoursLeftThatWeek,
];
const OF_A_POOL: readonly Rule<OneNeed>[] = [poolIsInUse, poolIsValidOnTheDate, poolHasSeatsLeft];

/** All that forbids a session to stand where it is wanted; empty when it may. */
export function timetableIsFree(facts: PlacingFacts): Refusal<TimetableRefusalCode>[] {
  return [
    ...blockers(OF_THE_SESSION, facts),
    ...facts.instructors.flatMap((teaching) => blockers(OF_AN_INSTRUCTOR, { ...facts, teaching })),
    ...facts.pools.flatMap((needed) => blockers(OF_A_POOL, { ...facts, needed })),
  ];
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

export function roomIsFree({ clashes, room }: PlacingFacts): Answer {
  return heldBy(clashes, { resource: 'room' }, (other) =>
    refuse('roomIsTaken', { ...other, ...bothNames('room', room?.name ?? null) }, 'roomId'),
  );
}

export function cohortIsFree({ clashes }: PlacingFacts): Answer {
  return heldBy(clashes, { resource: 'cohort' }, (other) => refuse('cohortIsTaken', other, 'startTime'));
}

export function roomIsInUse({ room }: PlacingFacts): Answer {
  return room?.closed ? refuse('roomIsClosed', bothNames('room', room.name), 'roomId') : null;
}

export function roomIsNotShut({ room, placing }: PlacingFacts): Answer {
  const away = room && awayDuring(room, placing);
  return room && away
    ? refuse(
        'roomIsShutThen',
        { ...bothNames('room', room.name), from: away.startsAt, until: away.endsAt, reason: away.reason },
        'roomId',
      )
    : null;
}

export function roomIsBookableThen({ room, placing }: PlacingFacts): Answer {
  return room === null || isWithinHours(room, placing)
    ? null
    : refuse('roomOutsideHours', { ...bothNames('room', room.name), ...times(placing) }, 'roomId');
}

export function roomSeatsTheCohort({ room, cohort }: PlacingFacts): Answer {
  if (room === null || room.seats >= cohort.seatsNeeded) return null;
  return refuse(
    'roomTooSmall',
    { ...bothNames('room', room.name), seats: room.seats, needed: cohort.seatsNeeded },
    'roomId',
  );
}

export function instructorIsFree({ clashes, teaching }: OneTeaching): Answer {
  const { id, name } = teaching.instructor;
  return heldBy(clashes, { resource: 'instructor', resourceId: id }, (other) =>
    refuse('instructorIsTaken', { ...other, ...bothNames('instructor', name) }, 'instructorId'),
  );
}

export function instructorStillTeaches({ teaching: { instructor } }: OneTeaching): Answer {
  return instructor.retired
    ? refuse('instructorHasLeft', bothNames('instructor', instructor.name), 'instructorId')
    : null;
}

export function instructorIsQualifiedOnTheDate({ teaching: { instructor }, cohort, placing }: OneTeaching): Answer {
  const date = dayOf(placing.startsAt);
  // An assistant or an examiner needs no qualification of their own: the lead answers for the course.
  const leads = placing.instructors.some((one) => one.instructorId === instructor.id && one.role === 'lead');
  if (!leads || isQualifiedOn(date, cohort.courseId, instructor.qualifications)) return null;
  const nearest = instructor.qualifications.find((one) => one.courseId === cohort.courseId);
  if (nearest === undefined)
    return refuse('instructorNotQualified', bothNames('instructor', instructor.name), 'instructorId');
  return refuse(
    'instructorNotQualifiedOnTheDate',
    {
      ...bothNames('instructor', instructor.name),
      date,
      from: nearest.validFrom ?? '…',
      until: nearest.validUntil ?? '…',
    },
    'instructorId',
  );
}

export function instructorIsNotAbsent({ teaching: { instructor }, placing }: OneTeaching): Answer {
  const away = awayDuring(instructor, placing);
  return away
    ? refuse(
        'instructorIsAbsent',
        { ...bothNames('instructor', instructor.name), from: away.startsAt, until: away.endsAt, reason: away.reason },
        'instructorId',
      )
    : null;
}

export function instructorIsBookableThen({ teaching: { instructor }, placing }: OneTeaching): Answer {
  return isWithinHours(instructor, placing)
    ? null
    : refuse(
        'instructorOutsideHours',
        { ...bothNames('instructor', instructor.name), ...times(placing) },
        'instructorId',
      );
}

export function instructorHasHoursLeftThatDay({
  teaching: { instructor, minutesThatDay },
  placing,
}: OneTeaching): Answer {
  return overLoad(instructor.mostMinutesPerDay, minutesThatDay + minutesOf(placing), (hours) =>
    refuse(
      'instructorTaughtEnoughThatDay',
      { ...bothNames('instructor', instructor.name), ...hours, day: dayOf(placing.startsAt) },
      'instructorId',
    ),
  );
}

export function instructorHasHoursLeftThatWeek({
  teaching: { instructor, minutesThatWeek },
  placing,
}: OneTeaching): Answer {
  return overLoad(instructor.mostMinutesPerWeek, minutesThatWeek + minutesOf(placing), (hours) =>
    refuse(
      'instructorTaughtEnoughThatWeek',
      { ...bothNames('instructor', instructor.name), ...hours, day: dayOf(placing.startsAt) },
      'instructorId',
    ),
  );
}

export function poolIsInUse({ needed: { pool } }: OneNeed): Answer {
  return pool.closed ? refuse('poolIsClosed', { pool: pool.name }, 'poolIds') : null;
}

export function poolIsValidOnTheDate({ needed: { pool }, placing }: OneNeed): Answer {
  const date = dayOf(placing.startsAt);
  const isValid = pool.validFrom <= date && date <= (pool.validUntil ?? date);
  return isValid
    ? null
    : refuse(
        'poolNotValidOnTheDate',
        { pool: pool.name, date, from: pool.validFrom, until: pool.validUntil ?? '…' },
        'poolIds',
      );
}

/** Several sessions share a pool; what it holds beyond is refused with the sessions that hold the rest. */
export function poolHasSeatsLeft({ needed: { pool, need, use } }: OneNeed): Answer {
  if (need.seats + use.seats <= pool.seats) return null;
  const [first] = use.holders;
  const holders = use.holders.map(({ cohortCode, number }) => `${cohortCode} #${number}`).join(', ');
  return refuse(
    'poolIsShort',
    {
      pool: pool.name,
      wanted: need.seats,
      seats: pool.seats,
      left: Math.max(0, pool.seats - use.seats),
      holders,
      session: first?.id ?? null,
    },
    'poolIds',
  );
}

type OtherNamed = ReturnType<typeof named>;

// One refusal for a resource, naming the first session that holds it; `more` counts the rest.
function heldBy(
  clashes: readonly Clash[],
  held: { resource: Resource; resourceId?: string },
  telling: (other: OtherNamed) => Refusal<TimetableRefusalCode>,
): Answer {
  const [first, ...rest] = clashes.filter(
    (clash) => clash.resource === held.resource && (held.resourceId ?? clash.resourceId) === clash.resourceId,
  );
  return first === undefined ? null : telling(named(first.other, rest.length));
}

function named({ id, cohortCode, number, startsAt, endsAt, roomName, instructorNames }: PlacedSession, more: number) {
  return {
    session: id,
    cohort: cohortCode,
    number,
    day: dayOf(startsAt),
    startsAt,
    endsAt,
    more,
    ...bothNames('room', roomName),
    ...bothNames('instructor', instructorNames[0] ?? null),
  };
}

/** A name as refusal data: the words of each language take their own. */
export function bothNames(what: string, name: Named | null): RefusalData {
  return { [`${what}Zh`]: name?.zh ?? '', [`${what}En`]: name?.en ?? '' };
}

function overLoad(
  most: number | null,
  minutes: number,
  telling: (hours: { most: number; hours: number }) => Refusal<TimetableRefusalCode>,
): Answer {
  return most === null || minutes <= most ? null : telling({ most: inHours(most), hours: inHours(minutes) });
}

function inHours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}

function minutesOf({ startsAt, endsAt }: Placing): number {
  return (endsAt - startsAt) / 60_000;
}

function times({ startsAt, endsAt }: Placing): { startsAt: number; endsAt: number } {
  return { startsAt, endsAt };
}
