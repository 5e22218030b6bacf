import { dayOf } from '../../../platform/clock.js';
import { refuse, type Refusal } from '../../../platform/refusals.js';
import { type AcademyDay, isClosed } from './academy-calendar.js';
import type { SessionSlot } from './placed-session.js';
import type { SessionRefusalCode } from './refusals.js';
import { bothNames } from './rules/refusal-data.js';

type Answer = Refusal<SessionRefusalCode> | null;

/** Cohort states whose timetable can change. */
const OPEN_COHORTS: readonly string[] = ['draft', 'tentative', 'confirmed'];
/** Cohort states whose timetable is public. */
const PUBLISHED_COHORTS: readonly string[] = ['tentative', 'confirmed'];

export function isPublished(cohortState: string): boolean {
  return PUBLISHED_COHORTS.includes(cohortState);
}

export function cohortStillRuns({ code, state }: { readonly code: string; readonly state: string }): Answer {
  return OPEN_COHORTS.includes(state) ? null : refuse('cohortTimetableClosed', { cohort: code });
}

interface SessionFacts {
  readonly now: number;
  readonly session: {
    readonly state: string;
    readonly number: number;
    readonly sequence: number;
    readonly slot: Pick<SessionSlot, 'startsAt'>;
  };
  /** The sequence that the person saw; `null` for changes by the system. */
  readonly seenSequence: number | null;
}

/** Rules for any change of a session. */
export const SESSION_MAY_CHANGE: readonly ((facts: SessionFacts) => Answer)[] = [
  sessionIsNotCancelled,
  sessionIsNotHeld,
  sessionHasNotBegun,
  sessionIsAsSeen,
];

/** Rules for restoring a cancelled session. */
export const SESSION_MAY_COME_BACK: readonly ((facts: SessionFacts) => Answer)[] = [
  sessionIsCancelled,
  sessionIsAsSeen,
];

export function sessionIsCancelled({ session }: SessionFacts): Answer {
  return session.state === 'cancelled' ? null : refuse('sessionNotCancelled', { number: session.number });
}

export function sessionIsNotCancelled({ session }: SessionFacts): Answer {
  return session.state === 'cancelled' ? refuse('sessionAlreadyCancelled', { number: session.number }) : null;
}

export function sessionIsNotHeld({ session }: SessionFacts): Answer {
  return session.state === 'held' ? refuse('sessionAlreadyHeld', { number: session.number }) : null;
}

export function sessionHasNotBegun({ session, now }: SessionFacts): Answer {
  const begun = session.state === 'planned' && session.slot.startsAt <= now;
  return begun ? refuse('sessionAlreadyBegun', { number: session.number, startsAt: session.slot.startsAt }) : null;
}

/** Optimistic locking: the second person sees the first one's change, and nothing is lost. */
export function sessionIsAsSeen({ session, seenSequence }: SessionFacts): Answer {
  return seenSequence === null || seenSequence === session.sequence
    ? null
    : refuse('sessionChangedMeanwhile', { number: session.number });
}

/**
 * How to treat a manual change to a closed day. Not set by patterns, plans and repairs, which show their days
 * beforehand.
 */
export type ClosedDay = 'refused' | 'meant';

interface ClosedDayFacts {
  /** The day of the new slot. */
  readonly day: AcademyDay;
  /** The session before the change; `null`: a new one. */
  readonly standing: { readonly state: string; readonly slot: Pick<SessionSlot, 'startsAt'> } | null;
  readonly closedDay: ClosedDay | undefined;
}

/** A slot on a holiday or closure needs a confirmation. A session that is already on it may change otherwise. */
export function closedDayIsMeant({ day, standing, closedDay }: ClosedDayFacts): Answer {
  if (closedDay !== 'refused' || !isClosed(day)) return null;
  if (standing?.state === 'planned' && dayOf(standing.slot.startsAt) === day.date) return null;
  return refuse('closedDayNotMeant', { day: day.date, ...bothNames('day', day.name) }, 'meansClosedDay');
}
