import type { Refusal } from '../../../platform/refusals.js';
import type { CohortFacts, PlacedSession, SessionSlot, TimetableRefusalCode } from '../../core/domain/index.js';

/**
 * Why a session has to be moved: its day is closed, a rule speaks against where it stands, or it makes way for another.
 */
export type RepairReasonCode = TimetableRefusalCode | 'dayIsClosed' | 'sessionMakesWay';

/** Why a session finds no place, and what would help. */
export type NoPlaceCode =
  | 'repairNoDay'
  | 'repairCohortHasNoTime'
  | 'repairInstructorHasNoTime'
  | 'repairNoRoom'
  | 'repairNoLicence'
  | 'repairNothingFits'
  | 'repairHelpLater'
  | 'repairHelpQualify'
  | 'repairHelpRoom'
  | 'repairHelpByHand';

/** A cohort as far as its repair asks. */
export interface RepairCohort extends CohortFacts {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  /** Days, `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** Trainees who hold a seat. */
  readonly people: number;
}

/** Which sessions may be moved at all. */
export interface RepairScope {
  readonly cohorts: ReadonlyMap<string, RepairCohort>;
  /** Sessions that never move: their register is kept. */
  readonly fixed: ReadonlySet<string>;
  /** Sessions that somebody with the right to has let stand although a rule speaks against them. */
  readonly letStand: ReadonlySet<string>;
  /** By session: the holiday or closure on which it is held on purpose. */
  readonly meantDays: ReadonlyMap<string, string>;
}

/** A session ahead that cannot stay as it is, with every reason. */
export interface AffectedSession {
  readonly session: PlacedSession;
  readonly reasons: readonly Refusal<RepairReasonCode>[];
}

/** What the repair changes of a session. */
export type RepairKind = 'instructor' | 'room' | 'roomAndInstructor' | 'makeUpWorkday' | 'otherDay' | 'otherTime';

export interface RepairMove extends AffectedSession {
  readonly kind: RepairKind;
  readonly place: SessionSlot;
  /** Days from where it stood; negative: earlier. */
  readonly days: number;
  /** People whose day changes. */
  readonly disturbed: number;
}

export interface Unplaced extends AffectedSession {
  readonly why: Refusal<NoPlaceCode>;
  readonly help: Refusal<NoPlaceCode>;
}

export interface RepairProposal {
  /** By the time at which the sessions stand now. */
  readonly moves: readonly RepairMove[];
  readonly unplaced: readonly Unplaced[];
  /** Sessions that may stay once the others have moved: one of two that clash. */
  readonly settled: readonly AffectedSession[];
}

export interface RepairOptions {
  readonly scope: RepairScope;
  /** How many days beyond its end a cohort may run; 0 unless told. */
  readonly daysBeyondEnd?: number;
  /** The same seed proposes the same; 1 unless told. */
  readonly seed?: number;
  /** Placings tried, a measure of work that no clock disturbs; 6,000 unless told. */
  readonly budget?: number;
}
