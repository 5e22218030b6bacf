import { dayOf } from '../../platform/clock.js';
import { blockers, type Refusal, refuse } from '../../platform/refusals.js';
import type { CohortMoveRefusalCode, CohortRefusalCode } from './refusals.js';
import { type CohortState, stateAfter } from './states.js';

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

type RunFacts = Pick<MoveFacts, 'cohort' | 'now'>;
type Answer = Refusal<CohortRefusalCode> | null;

/** The page shows this list, and the POST refuses with it. */
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

/** @param decisionOn the new day, `YYYY-MM-DD` */
export function decisionBlockers(facts: RunFacts, decisionOn: string): Refusal<CohortRefusalCode>[] {
  return blockers<RunFacts & { decisionOn: string }, CohortRefusalCode>(
    [cohortIsUndecided, decisionIsStillAhead, newDecisionIsBeforeTheStart, newDecisionIsNotPast],
    { ...facts, decisionOn },
  );
}

export function cohortIsUndecided({ cohort }: RunFacts): Answer {
  return cohort.state === 'draft' || cohort.state === 'tentative'
    ? null
    : refuse('decisionIsMade', { cohort: cohort.code });
}

/** After the first day the decision cannot wait: the cohort is confirmed or cancelled. */
export function decisionIsStillAhead({ cohort, now }: RunFacts): Answer {
  return cohort.startsOn < dayOf(now)
    ? refuse('decisionCannotWait', { cohort: cohort.code, startsOn: cohort.startsOn })
    : null;
}

function newDecisionIsBeforeTheStart({ cohort, decisionOn, now }: RunFacts & { decisionOn: string }): Answer {
  return decisionOn > cohort.startsOn && cohort.startsOn >= dayOf(now)
    ? refuse('decisionAfterTheStart', { startsOn: cohort.startsOn }, 'decisionOn')
    : null;
}

function newDecisionIsNotPast({ cohort, now, decisionOn }: RunFacts & { decisionOn: string }): Answer {
  return decisionOn < dayOf(now) && cohort.startsOn >= dayOf(now)
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
 * Below the minimum enrolment, confirmation needs an acknowledgement. Not a blocker: the page asks for it.
 */
export function smallCohortIsMeant(
  { cohort, confirmed }: MoveFacts,
  acknowledged: boolean,
): Refusal<CohortMoveRefusalCode> | null {
  return confirmed < cohort.leastEnrolment && !acknowledged
    ? refuse('enrolmentBelowLeast', { confirmed, least: cohort.leastEnrolment }, 'acknowledged')
    : null;
}
