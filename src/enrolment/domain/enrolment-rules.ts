import { blockers, refuse, type Refusal } from '../../platform/refusals.js';
import type { Answer, EnrolmentRefusalCode } from './refusals.js';
import { canBecome, type EnrolmentState, WAITING } from './states.js';

/** What the rules need about a cohort. Instants in epoch milliseconds. */
export interface CohortFacts {
  readonly code: string;
  /** Its state is one that accepts enrolments, inside the window. */
  readonly takesPeople: boolean;
  readonly windowOpensAt: number;
  readonly windowClosesAt: number;
  /** Start of the first session; without sessions, midnight of the first day. */
  readonly beginsAt: number;
  readonly endsAt: number;
}

export interface EnrolFacts {
  readonly now: number;
  readonly cohort: CohortFacts;
  /** Staff may enrol a trainee outside the enrolment window and without a verified email. */
  readonly byStaff: boolean;
  readonly emailVerified: boolean;
  /** The state of the trainee's live enrolment in this cohort, if there is one. */
  readonly currentState: EnrolmentState | null;
  readonly missingPrerequisites: readonly string[];
  /** The first session of another cohort of the trainee that overlaps with this one. */
  readonly ownClash: { readonly cohort: string; readonly startsAt: number } | null;
}

/**
 * Everything that blocks an enrolment: shown on the cohort's page, and checked again by the action.
 * A full cohort is no blocker, because the trainee joins the waitlist.
 */
export function mayEnrol(facts: EnrolFacts): Refusal<EnrolmentRefusalCode>[] {
  return blockers<EnrolFacts, EnrolmentRefusalCode>(
    [
      notEnrolledAlready,
      cohortTakesPeople,
      cohortHasNotEnded,
      windowIsOpen,
      emailIsVerified,
      prerequisitesAreHeld,
      ownTimetableIsFree,
    ],
    facts,
  );
}

/**
 * What blocks giving a seat to a trainee who waits or has an offer. Asked when the seat becomes theirs: since they
 * joined the waitlist they may have enrolled elsewhere, or the timetable may have changed.
 */
export function mayTakeSeat(facts: EnrolFacts): Refusal<EnrolmentRefusalCode>[] {
  return blockers<EnrolFacts, EnrolmentRefusalCode>(
    [cohortTakesPeople, cohortHasNotEnded, prerequisitesAreHeld, ownTimetableIsFree],
    facts,
  );
}

export interface AdmissionFacts extends EnrolFacts {
  readonly state: EnrolmentState;
  /** The seat that the trainee holds by an offer, or the lowest free one; `null` where there is none. */
  readonly seatNumber: number | null;
}

/** What blocks giving a seat out of turn; the same as for any seat, for a trainee who waits, if one is free. */
export function mayAdmit(facts: AdmissionFacts): Refusal<EnrolmentRefusalCode>[] {
  const notWaiting = traineeIsWaiting(facts);
  return notWaiting ? [notWaiting] : [...mayTakeSeat(facts), ...blockers([seatIsFree], facts)];
}

/** Waits for a seat, with an offer or without one. */
export function traineeIsWaiting({ state }: Pick<AdmissionFacts, 'state'>): Answer {
  return WAITING.includes(state) ? null : refuse('notOnWaitlist');
}

export function seatIsFree({ seatNumber, cohort }: Pick<AdmissionFacts, 'seatNumber' | 'cohort'>): Answer {
  return seatNumber === null ? refuse('noSeatFree', { cohort: cohort.code }) : null;
}

export interface EntryFacts {
  /** As typed. */
  readonly cohortCode: string;
  /** `null` where no cohort has the code. */
  readonly cohort: object | null;
  /** Those of the chosen trainees who are on record. */
  readonly knownTrainees: readonly string[];
}

/** What blocks an attempt to enrol before anybody's facts are read. */
export function mayEnter(facts: EntryFacts): Refusal<EnrolmentRefusalCode>[] {
  return blockers<EntryFacts, EnrolmentRefusalCode>([anyTraineeIsKnown, cohortIsKnown], facts);
}

export function anyTraineeIsKnown({ knownTrainees }: Pick<EntryFacts, 'knownTrainees'>): Answer {
  return knownTrainees.length > 0 ? null : refuse('unknownTrainee', {}, 'traineeId');
}

export function cohortIsKnown({ cohort, cohortCode }: Pick<EntryFacts, 'cohort' | 'cohortCode'>): Answer {
  return cohort === null ? refuse('unknownCohort', { cohort: cohortCode }, 'cohortCode') : null;
}

/** Whether somebody whom the cancellation of their cohort withdrew has taken no seat in another since. */
export function hasNoSeatElsewhere({ elsewhere }: { readonly elsewhere: string | null }): Answer {
  return elsewhere === null ? null : refuse('sitsElsewhere', { cohort: elsewhere });
}

export function notEnrolledAlready({ currentState, cohort }: EnrolFacts): Answer {
  return currentState === null ? null : refuse('alreadyEnrolled', { cohort: cohort.code });
}

export function cohortTakesPeople({ cohort }: Pick<EnrolFacts, 'cohort'>): Answer {
  return cohort.takesPeople ? null : refuse('cohortNotOpen', { cohort: cohort.code });
}

export function cohortHasNotEnded({ cohort, now }: Pick<EnrolFacts, 'cohort' | 'now'>): Answer {
  return now < cohort.endsAt ? null : refuse('cohortHasEnded', { cohort: cohort.code });
}

export function windowIsOpen({ cohort, now, byStaff }: Pick<EnrolFacts, 'cohort' | 'now' | 'byStaff'>): Answer {
  if (byStaff) return null;
  if (now < cohort.windowOpensAt) return refuse('windowNotYetOpen', { opensAt: cohort.windowOpensAt });
  return now < cohort.windowClosesAt ? null : refuse('windowClosed', { closedAt: cohort.windowClosesAt });
}

/** Whether trainees can enrol by themselves now, whoever they are. */
export function isOpenForEnrolment(cohort: CohortFacts, now: number): boolean {
  const facts = { cohort, now, byStaff: false };
  return [cohortTakesPeople, cohortHasNotEnded, windowIsOpen].every((rule) => rule(facts) === null);
}

export function emailIsVerified({ emailVerified, byStaff }: EnrolFacts): Answer {
  return byStaff || emailVerified ? null : refuse('emailNotVerified');
}

export function prerequisitesAreHeld({ missingPrerequisites }: EnrolFacts): Answer {
  return missingPrerequisites.length === 0
    ? null
    : refuse('prerequisiteMissing', { achievements: missingPrerequisites.join('、') });
}

export function ownTimetableIsFree({ ownClash }: EnrolFacts): Answer {
  return ownClash === null
    ? null
    : refuse('ownTimetableClash', { cohort: ownClash.cohort, startsAt: ownClash.startsAt });
}

/** A cohort cannot have fewer seats than are taken. */
export function capacityCoversTakenSeats(cohort: {
  readonly code: string;
  readonly capacity: number;
  readonly taken: number;
}): Answer {
  const { code, capacity, taken } = cohort;
  return capacity >= taken ? null : refuse('capacityBelowTaken', { cohort: code, taken, capacity }, 'capacity');
}

export interface WithdrawFacts {
  readonly now: number;
  readonly state: EnrolmentState;
  readonly cohort: CohortFacts;
  readonly byStaff: boolean;
}

/** Trainees withdraw by themselves until the first session begins; afterwards only staff can withdraw them. */
export function mayWithdraw(facts: WithdrawFacts): Refusal<EnrolmentRefusalCode>[] {
  return blockers<WithdrawFacts, EnrolmentRefusalCode>([enrolmentHasNotEnded, cohortHasNotBegun], facts);
}

export function enrolmentHasNotEnded({ state }: Pick<WithdrawFacts, 'state'>): Answer {
  return canBecome(state, 'withdrawn') ? null : refuse('enrolmentHasEnded');
}

export function cohortHasNotBegun({ cohort, now, byStaff, state }: WithdrawFacts): Answer {
  return byStaff || state !== 'confirmed' || now < cohort.beginsAt
    ? null
    : refuse('cohortHasBegun', { beganAt: cohort.beginsAt });
}
