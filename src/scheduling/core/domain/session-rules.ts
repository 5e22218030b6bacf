import { refuse, type Refusal } from '../../../platform/refusals.js';
import type { SessionSlot } from './placed-session.js';
import type { SessionRefusalCode } from './refusals.js';

type Answer = Refusal<SessionRefusalCode> | null;

/** States in which a cohort's timetable may still change. */
const OPEN_COHORTS: readonly string[] = ['draft', 'tentative', 'confirmed'];
/** States in which people outside the office know the timetable. */
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
    readonly place: Pick<SessionSlot, 'startsAt'>;
  };
  /** The sequence that the person saw; `null` where nobody looked (the system itself). */
  readonly seenSequence: number | null;
}

/** What forbids any change of a session, each reason alone. */
export const SESSION_MAY_CHANGE: readonly ((facts: SessionFacts) => Answer)[] = [
  sessionIsNotCancelled,
  sessionIsNotHeld,
  sessionHasNotBegun,
  sessionIsAsSeen,
];

/** What forbids to bring a cancelled session back. */
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
  const begun = session.state === 'planned' && session.place.startsAt <= now;
  return begun ? refuse('sessionAlreadyBegun', { number: session.number, startsAt: session.place.startsAt }) : null;
}

/** Two people at the same session: the second is shown what the first has changed, and nothing is lost. */
export function sessionIsAsSeen({ session, seenSequence }: SessionFacts): Answer {
  return seenSequence === null || seenSequence === session.sequence
    ? null
    : refuse('sessionChangedMeanwhile', { number: session.number });
}
