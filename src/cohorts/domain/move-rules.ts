import { dayOf } from '../../platform/clock.js';
import { blockers, type Refusal, refuse } from '../../platform/refusals.js';
import type { CohortMoveRefusalCode, CohortRefusalCode } from './refusals.js';
import { type CohortState, stateAfter } from './states.js';

/** What the rules of publication, confirmation and cancellation ask of a cohort. */
export interface MoveFacts {
  readonly now: number;
  readonly cohort: {
    readonly code: string;
    readonly state: CohortState;
    readonly capacity: number;
    readonly leastEnrolment: number;
    readonly windowClosesAt: number;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly decisionOn: string | null;
    readonly cancelledFrom: CohortState | null;
  };
  readonly courseRetiredCode: string | null;
  /** Sessions that are not cancelled. */
  readonly sessions: number;
  readonly sessionsWithoutRoom: number;
  readonly sessionsWithoutInstructor: number;
  readonly smallestRoom: { readonly code: string; readonly seats: number } | null;
  /** Enrolments that hold a confirmed seat. */
  readonly confirmed: number;
}

/** The cohort and the time. */
type RunFacts = Pick<MoveFacts, 'cohort' | 'now'>;
type Answer = Refusal<CohortRefusalCode> | null;

/** The same list prints on the page and refuses the POST. */
export function publicationBlockers(facts: MoveFacts): Refusal<CohortRefusalCode>[] {
  return blockers<MoveFacts, CohortRefusalCode>(
    [cohortIsADraft, courseIsStillTaught, cohortHasSessions, windowIsNotOver, capacityFitsRooms],
    facts,
  );
}

export function confirmationBlockers(facts: MoveFacts): Refusal<CohortRefusalCode>[] {
  return blockers<MoveFacts, CohortRefusalCode>([cohortIsTentative], facts);
}

export function cancellationBlockers(facts: Pick<MoveFacts, 'cohort'>): Refusal<CohortRefusalCode>[] {
  return blockers<Pick<MoveFacts, 'cohort'>, CohortRefusalCode>([cohortHasNotEnded], facts);
}

/** What forbids an announced cancellation to be taken back. */
export function restorationBlockers(facts: RunFacts): Refusal<CohortRefusalCode>[] {
  return blockers<RunFacts, CohortRefusalCode>([cohortIsCancelled, datesAreNotOver], facts);
}

export function cohortIsCancelled({ cohort }: RunFacts): Answer {
  return stateAfter(cohort.state, 'restoration', cohort.cancelledFrom) === null
    ? refuse('cohortNotCancelled', { cohort: cohort.code })
    : null;
}

export function datesAreNotOver({ cohort, now }: RunFacts): Answer {
  return cohort.endsOn < dayOf(now)
    ? refuse('cohortDatesAreOver', { cohort: cohort.code, endsOn: cohort.endsOn })
    : null;
}

/** What forbids to move the decision to another day. */
export function decisionBlockers(facts: RunFacts, wanted: string): Refusal<CohortRefusalCode>[] {
  return blockers<RunFacts & { wanted: string }, CohortRefusalCode>(
    [cohortIsUndecided, decisionIsStillAhead, newDecisionIsBeforeTheStart, newDecisionIsNotPast],
    { ...facts, wanted },
  );
}

export function cohortIsUndecided({ cohort }: RunFacts): Answer {
  return cohort.state === 'draft' || cohort.state === 'tentative'
    ? null
    : refuse('decisionIsMade', { cohort: cohort.code });
}

/** Once the first day is over there is no later day to decide on: it is confirmed or cancelled. */
export function decisionIsStillAhead({ cohort, now }: RunFacts): Answer {
  return cohort.startsOn < dayOf(now)
    ? refuse('decisionCannotWait', { cohort: cohort.code, startsOn: cohort.startsOn })
    : null;
}

function newDecisionIsBeforeTheStart({ cohort, wanted, now }: RunFacts & { wanted: string }): Answer {
  return wanted > cohort.startsOn && cohort.startsOn >= dayOf(now)
    ? refuse('decisionAfterTheStart', { startsOn: cohort.startsOn }, 'decisionOn')
    : null;
}

function newDecisionIsNotPast({ cohort, now, wanted }: RunFacts & { wanted: string }): Answer {
  return wanted < dayOf(now) && cohort.startsOn >= dayOf(now)
    ? refuse('decisionInThePast', { today: dayOf(now) }, 'decisionOn')
    : null;
}

export function cohortIsADraft({ cohort }: MoveFacts): Answer {
  return stateAfter(cohort.state, 'publication') === null ? refuse('cohortNotADraft', { cohort: cohort.code }) : null;
}

export function cohortIsTentative({ cohort }: MoveFacts): Answer {
  return stateAfter(cohort.state, 'confirmation') === null
    ? refuse('cohortNotTentative', { cohort: cohort.code })
    : null;
}

export function cohortHasNotEnded({ cohort }: Pick<MoveFacts, 'cohort'>): Answer {
  return stateAfter(cohort.state, 'cancellation') === null ? refuse('cohortIsOver', { cohort: cohort.code }) : null;
}

export function courseIsStillTaught({ courseRetiredCode }: MoveFacts): Answer {
  return courseRetiredCode === null ? null : refuse('cohortCourseRetired', { course: courseRetiredCode });
}

export function cohortHasSessions({ sessions }: MoveFacts): Answer {
  return sessions === 0 ? refuse('cohortHasNoSessions') : null;
}

export function windowIsNotOver({ cohort, now }: MoveFacts): Answer {
  return cohort.windowClosesAt <= now ? refuse('windowAlreadyClosed', { closedAt: cohort.windowClosesAt }) : null;
}

export function capacityFitsRooms({ cohort, smallestRoom }: MoveFacts): Answer {
  const isTooSmall = smallestRoom !== null && smallestRoom.seats < cohort.capacity;
  return isTooSmall
    ? refuse(
        'capacityAboveRoom',
        { capacity: cohort.capacity, room: smallestRoom.code, seats: smallestRoom.seats },
        'capacity',
      )
    : null;
}

/**
 * Below the least enrolment a cohort runs only when somebody says so. Not a blocker of the page: it asks for the word.
 */
export function smallCohortIsMeant(
  { cohort, confirmed }: MoveFacts,
  acknowledged: boolean,
): Refusal<CohortMoveRefusalCode> | null {
  return confirmed < cohort.leastEnrolment && !acknowledged
    ? refuse('enrolmentBelowLeast', { confirmed, least: cohort.leastEnrolment }, 'acknowledged')
    : null;
}
