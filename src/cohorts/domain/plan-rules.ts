import { dayOf, daysAfter } from '../../platform/clock.js';
import { blockers, type Refusal, refuse } from '../../platform/refusals.js';
import type { CohortPlanRefusalCode } from './refusals.js';
import type { CohortState, Delivery } from './states.js';

/** Days are `YYYY-MM-DD`, instants epoch milliseconds. */
export interface CohortPlan {
  readonly courseId: string;
  readonly code: string;
  readonly delivery: Delivery;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The decision date. */
  readonly decisionOn: string | null;
  readonly capacity: number;
  readonly leastEnrolment: number;
  readonly windowOpensAt: number;
  readonly windowClosesAt: number;
  readonly feeTextZh: string | null;
  readonly feeTextEn: string | null;
  readonly sponsorEmployerId: string | null;
}

/** The cohort before the change. */
export interface PresentCohort {
  readonly state: CohortState;
  readonly code: string;
  readonly courseId: string;
  readonly startsOn: string;
  readonly decisionOn: string | null;
  /** First and last day of sessions that are not cancelled; `null` if there are none. */
  readonly firstSessionOn: string | null;
  readonly lastSessionOn: string | null;
}

export interface PlanFacts {
  readonly today: string;
  readonly plan: CohortPlan;
  readonly course: { readonly code: string; readonly retired: boolean; readonly hasVersion: boolean } | null;
  readonly codeIsTaken: boolean;
  readonly sponsorIsKnown: boolean;
  /** `null` for a new cohort. */
  readonly present: PresentCohort | null;
}

type Answer = Refusal<CohortPlanRefusalCode> | null;
const LONGEST_DAYS = 400;

/** Refusals in the order of the form's fields. */
export function planBlockers(facts: PlanFacts): Refusal<CohortPlanRefusalCode>[] {
  return blockers<PlanFacts, CohortPlanRefusalCode>(
    [
      cohortIsAlive,
      courseIsKnown,
      courseIsTaught,
      publishedCourseStays,
      codeIsFree,
      publishedCodeStays,
      datesAreInOrder,
      runIsNotTooLong,
      startIsNotPast,
      sessionsStayInside,
      decisionIsBeforeTheStart,
      decisionIsNotPast,
      leastFitsCapacity,
      windowIsInOrder,
      windowEndsWithTheCohort,
      sponsorIsKnown,
    ],
    facts,
  );
}

export function cohortIsAlive({ present }: PlanFacts): Answer {
  return present?.state === 'completed' || present?.state === 'cancelled'
    ? refuse('cohortIsOver', { cohort: present.code })
    : null;
}

export function courseIsKnown({ course }: PlanFacts): Answer {
  return course?.hasVersion ? null : refuse('cohortCourseUnknown', {}, 'courseId');
}

export function courseIsTaught({ course, plan, present }: PlanFacts): Answer {
  return course?.retired && present?.courseId !== plan.courseId
    ? refuse('cohortCourseRetired', { course: course.code }, 'courseId')
    : null;
}

export function publishedCourseStays({ present, plan }: PlanFacts): Answer {
  return present && isPublished(present) && present.courseId !== plan.courseId
    ? refuse('cohortCourseIsPublished', { cohort: present.code }, 'courseId')
    : null;
}

export function codeIsFree({ codeIsTaken, plan }: PlanFacts): Answer {
  return codeIsTaken ? refuse('cohortCodeTaken', { code: plan.code }, 'code') : null;
}

export function publishedCodeStays({ present, plan }: PlanFacts): Answer {
  return present && isPublished(present) && present.code !== plan.code
    ? refuse('cohortCodeIsPublished', { code: present.code }, 'code')
    : null;
}

export function datesAreInOrder({ plan }: PlanFacts): Answer {
  return plan.endsOn < plan.startsOn
    ? refuse('cohortEndsBeforeItStarts', { startsOn: plan.startsOn, endsOn: plan.endsOn }, 'endsOn')
    : null;
}

export function runIsNotTooLong({ plan }: PlanFacts): Answer {
  return plan.endsOn > daysAfter(plan.startsOn, LONGEST_DAYS)
    ? refuse('cohortTooLong', { days: LONGEST_DAYS, latest: daysAfter(plan.startsOn, LONGEST_DAYS) }, 'endsOn')
    : null;
}

/** An unchanged start may be in the past; a new one may not. */
export function startIsNotPast({ plan, today, present }: PlanFacts): Answer {
  return plan.startsOn < today && present?.startsOn !== plan.startsOn
    ? refuse('cohortStartsInThePast', { today }, 'startsOn')
    : null;
}

export function sessionsStayInside({ plan, present }: PlanFacts): Answer {
  const { firstSessionOn: first, lastSessionOn: last } = present ?? { firstSessionOn: null, lastSessionOn: null };
  if (first === null || last === null) return null;
  const field = first < plan.startsOn ? 'startsOn' : last > plan.endsOn ? 'endsOn' : null;
  return field === null ? null : refuse('sessionsOutsideTheDates', { first, last }, field);
}

export function decisionIsBeforeTheStart({ plan }: Pick<PlanFacts, 'plan'>): Answer {
  return plan.decisionOn !== null && plan.decisionOn > plan.startsOn
    ? refuse('decisionAfterTheStart', { startsOn: plan.startsOn }, 'decisionOn')
    : null;
}

/**
 * An unchanged day may be in the past. A new one may not, unless the cohort has begun and nothing is left to decide.
 */
export function decisionIsNotPast({ plan, today, present }: PlanFacts): Answer {
  const isNew = plan.decisionOn !== null && present?.decisionOn !== plan.decisionOn;
  return isNew && plan.decisionOn < today && plan.startsOn >= today
    ? refuse('decisionInThePast', { today }, 'decisionOn')
    : null;
}

export function leastFitsCapacity({ plan }: PlanFacts): Answer {
  return plan.leastEnrolment > plan.capacity
    ? refuse('leastAboveCapacity', { least: plan.leastEnrolment, capacity: plan.capacity }, 'leastEnrolment')
    : null;
}

export function windowIsInOrder({ plan }: PlanFacts): Answer {
  return plan.windowClosesAt <= plan.windowOpensAt
    ? refuse('windowClosesBeforeItOpens', { opensAt: plan.windowOpensAt }, 'windowClosesOn')
    : null;
}

export function windowEndsWithTheCohort({ plan }: PlanFacts): Answer {
  const isLater = plan.endsOn >= plan.startsOn && dayOf(plan.windowClosesAt) > plan.endsOn;
  return isLater ? refuse('windowClosesAfterTheEnd', { endsOn: plan.endsOn }, 'windowClosesOn') : null;
}

export function sponsorIsKnown({ sponsorIsKnown: known }: PlanFacts): Answer {
  return known ? null : refuse('cohortSponsorUnknown', {}, 'sponsorEmployerId');
}

const isPublished = ({ state }: PresentCohort): boolean => state !== 'draft';
