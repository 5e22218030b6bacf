import type { Refusal } from '../../../platform/refusals.js';
import type { CohortFacts, PlacedSession, SessionSlot, TimetableRefusalCode } from '../../core/domain/index.js';

/** Why a session has to move: closed day, a broken rule, or to make room for another session. */
export type RepairReasonCode = TimetableRefusalCode | 'dayIsClosed' | 'sessionMakesWay';

/** Why a session cannot be placed, and what would help. */
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

/** Cohort data for a repair. */
export interface RepairCohort extends CohortFacts {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  /** Days, `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** Number of trainees with a seat. */
  readonly people: number;
}

/** Restricts which sessions may move. */
export interface RepairScope {
  readonly cohorts: ReadonlyMap<string, RepairCohort>;
  /** Sessions with a register, which never move. */
  readonly fixed: ReadonlySet<string>;
  /** Sessions with an override. */
  readonly letStand: ReadonlySet<string>;
  /** By session: the closed day on which it is held intentionally. */
  readonly meantDays: ReadonlyMap<string, string>;
}

/** A session ahead that cannot stay as it is, with all reasons. */
export interface AffectedSession {
  readonly session: PlacedSession;
  readonly reasons: readonly Refusal<RepairReasonCode>[];
}

/** A proposed move. */
export type RepairKind = 'instructor' | 'room' | 'roomAndInstructor' | 'makeUpWorkday' | 'otherDay' | 'otherTime';

export interface RepairMove extends AffectedSession {
  readonly kind: RepairKind;
  readonly slot: SessionSlot;
  /** Days from its earlier day; negative: earlier. */
  readonly days: number;
  /** Number of people whose day changes. */
  readonly disturbed: number;
}

export interface UnplacedSession extends AffectedSession {
  readonly why: Refusal<NoPlaceCode>;
  readonly help: Refusal<NoPlaceCode>;
}

export interface RepairProposal {
  /** By current start. */
  readonly moves: readonly RepairMove[];
  readonly unplaced: readonly UnplacedSession[];
  /** Sessions that can stay once others have moved, such as one of two that clash. */
  readonly settled: readonly AffectedSession[];
}

export interface RepairOptions {
  readonly scope: RepairScope;
  /** Days by which a cohort may end later; default 0. */
  readonly daysBeyondEnd?: number;
  /** Seed of the search; the same seed gives the same proposal. Default 1. */
  readonly seed?: number;
  /** Maximum number of slots tried, instead of a time limit so that results are deterministic. Default 6,000. */
  readonly budget?: number;
}
