import { dayOf } from '../../../platform/clock.js';
import { blockers, refuse, type Refusal } from '../../../platform/refusals.js';
import { isClosed } from './academy-calendar.js';
import { mayBeOverridden } from './override.js';
import type { BilingualName, PlacedSession, ProposedSlot, SessionSlot } from './placed-session.js';
import type { SessionRefusalCode, TimetableRefusalCode } from './refusals.js';
import {
  type ClosedDay,
  closedDayIsMeant,
  cohortStillRuns,
  SESSION_MAY_CHANGE,
  SESSION_MAY_COME_BACK,
} from './session-change-rules.js';
import type { CohortFacts } from './timetable-facts.js';
import type { Timetable } from './timetable.js';

/** One change of the timetable. `seenSequence` is the sequence that the person saw; null if nobody saw the session. */
export type SessionChange =
  | {
      readonly kind: 'place';
      readonly cohortId: string;
      readonly slot: SessionSlot;
      readonly pattern?: PatternSlot | null;
      readonly closedDay?: ClosedDay;
    }
  | {
      readonly kind: 'move';
      readonly sessionId: string;
      readonly seenSequence: number | null;
      readonly slot: SessionSlot;
      readonly closedDay?: ClosedDay;
    }
  | {
      readonly kind: 'cancel';
      readonly sessionId: string;
      readonly seenSequence: number | null;
      readonly reason: string;
    }
  /** Restores a cancelled session, to its slot or another one. */
  | {
      readonly kind: 'restore';
      readonly sessionId: string;
      readonly seenSequence: number | null;
      readonly slot: SessionSlot | null;
      readonly closedDay?: ClosedDay;
    };

export interface PatternSlot {
  readonly patternId: string;
  readonly slot: string;
}

/** Cohort data for timetable changes. */
export interface ChangedCohort extends CohortFacts {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly title: BilingualName;
}

/** A session before the change. */
export interface StandingSession {
  readonly id: string;
  readonly number: number;
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly sequence: number;
  readonly slot: SessionSlot;
  /** The closed day on which it is held intentionally. */
  readonly meantDay: string | null;
}

/** A change with its facts. `id` is the session's id, generated beforehand for a new one. */
export interface ChangeInHand {
  readonly id: string;
  readonly number: number;
  readonly change: SessionChange;
  readonly cohort: ChangedCohort;
  readonly session: StandingSession | null;
}

type Code = TimetableRefusalCode | SessionRefusalCode;

export interface JudgedChange extends ChangeInHand {
  /** The proposed slot; null for a cancellation. */
  readonly proposed: ProposedSlot | null;
  /** The closed day on which it would be held intentionally. */
  readonly meantDay: string | null;
  /** Refusals that cannot be overridden. */
  readonly forbidden: readonly Refusal<Code>[];
  /** Refusals that can be overridden with a permission and a reason. */
  readonly doubtful: readonly Refusal<Code>[];
}

/**
 * Checks changes together against the timetable after all of them, so that two sessions can swap rooms and the order
 * does not matter. Applies the changes to the timetable passed in.
 */
export function judgeChanges(timetable: Timetable, changes: readonly ChangeInHand[]): JudgedChange[] {
  const all = changes.map((one) => ({ one, proposed: proposedSlotOf(timetable, one) }));
  for (const { one } of all) timetable.index.remove(one.id);
  for (const { one, proposed } of all) if (proposed) timetable.index.put(asPlaced(timetable, one, proposed));
  return all.map(({ one, proposed }) => {
    const fixed = whatFixes(timetable, one, proposed);
    const against = fixed.length > 0 || !proposed ? [] : timetable.judge(proposed, one.cohort);
    return {
      ...one,
      proposed,
      meantDay: proposed && meantDay(timetable, one, proposed),
      forbidden: [...fixed, ...against.filter((reason) => !mayBeOverridden(reason))],
      doubtful: against.filter(mayBeOverridden),
    };
  });
}

/** Refusals independent of the slot: the cohort is over, the session has begun, a room is unknown. */
function whatFixes(
  timetable: Timetable,
  { change, cohort, session }: ChangeInHand,
  proposed: ProposedSlot | null,
): Refusal<Code>[] {
  const over = cohortStillRuns(cohort);
  if (over) return [over];
  if (session && change.kind !== 'place') {
    const rules = change.kind === 'restore' ? SESSION_MAY_COME_BACK : SESSION_MAY_CHANGE;
    const fixed = blockers(rules, { now: timetable.now, session, seenSequence: change.seenSequence });
    if (fixed.length > 0) return fixed;
    if (
      change.kind === 'move' &&
      isSameSlot(session.slot, change.slot) &&
      proposed &&
      meantDay(timetable, { change, session }, proposed) === session.meantDay
    )
      return [refuse('sessionUnchanged', { number: session.number })];
  }
  if (!proposed) return [];
  const day = timetable.calendar.dayOn(dayOf(proposed.startsAt));
  const notMeant =
    change.kind === 'cancel' ? null : closedDayIsMeant({ day, standing: session, closedDay: change.closedDay });
  return [...unknowns(timetable, proposed), ...(notMeant ? [notMeant] : [])];
}

/** The confirmed closed day applies while the session stays on it. */
function meantDay(
  { calendar }: Timetable,
  { change, session }: Pick<ChangeInHand, 'change' | 'session'>,
  { startsAt }: ProposedSlot,
): string | null {
  const day = calendar.dayOn(dayOf(startsAt));
  if (change.kind !== 'cancel' && change.closedDay === 'meant' && isClosed(day)) return day.date;
  return session?.meantDay === day.date ? day.date : null;
}

function unknowns(timetable: Timetable, { roomId, instructors, licences }: ProposedSlot): Refusal<Code>[] {
  const ids = instructors.map((one) => one.instructorId);
  return [
    ...(roomId !== null && !timetable.rooms.has(roomId) ? [refuse<Code>('roomUnknown', {}, 'roomId')] : []),
    ...(ids.some((id) => !timetable.instructors.has(id))
      ? [refuse<Code>('instructorUnknown', {}, 'instructorId')]
      : []),
    ...(new Set(ids).size < ids.length ? [refuse<Code>('instructorTwice', {}, 'assistantIds')] : []),
    ...(licences.some(({ poolId }) => !timetable.pools.has(poolId))
      ? [refuse<Code>('poolUnknown', {}, 'poolIds')]
      : []),
  ];
}

function proposedSlotOf(timetable: Timetable, { id, change, cohort, session }: ChangeInHand): ProposedSlot | null {
  const slot =
    change.kind === 'cancel' ? null : change.kind === 'restore' ? (change.slot ?? session?.slot ?? null) : change.slot;
  return slot && timetable.proposedSlot({ id, cohortId: cohort.id, slot });
}

function asPlaced(timetable: Timetable, { id, number, cohort }: ChangeInHand, proposed: ProposedSlot): PlacedSession {
  const { roomId, instructors } = proposed;
  return {
    ...proposed,
    id,
    number,
    cohortCode: cohort.code,
    courseId: cohort.courseId,
    seatsNeeded: cohort.seatsNeeded,
    roomName: roomId === null ? null : (timetable.rooms.get(roomId)?.name ?? null),
    instructorNames: instructors.flatMap((one) => timetable.instructors.get(one.instructorId)?.name ?? []),
  };
}

export function isSameSlot(one: SessionSlot, other: SessionSlot): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint({ startsAt, endsAt, roomId, instructors, licences }: SessionSlot): string {
  const people = instructors.map(({ instructorId, role }) => `${instructorId} ${role}`).sort();
  const pools = licences.map(({ poolId, seats }) => `${poolId} ${seats}`).sort();
  return JSON.stringify([startsAt, endsAt, roomId, people, pools]);
}
