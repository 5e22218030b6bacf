import { blockers, type Refusal, refuse } from '../../platform/refusals.js';
import type { Mark } from './marks.js';
import type { CompletionRefusalCode } from './refusals.js';

/** Attended sessions required, in percent of those held; excused ones are not counted at all. */
export const LEAST_ATTENDANCE_PERCENT = 80;

/** One person's marks of the sessions at which they were expected. */
export interface AttendanceTally {
  readonly attended: number;
  readonly late: number;
  readonly excused: number;
  readonly absent: number;
  readonly unmarked: number;
  /** Sessions that count: expected and marked, except the excused. */
  readonly counted: number;
}

export function tallyOf(marks: readonly (Mark | null)[]): AttendanceTally {
  const of = (...counted: (Mark | null)[]): number => marks.filter((mark) => counted.includes(mark)).length;
  return {
    attended: of('present', 'late'),
    late: of('late'),
    excused: of('excused'),
    absent: of('absent'),
    unmarked: of(null),
    counted: of('present', 'late', 'absent'),
  };
}

/** Between 0 and 1; `null` if nothing counts yet. */
export function attendanceShare({ attended, counted }: Pick<AttendanceTally, 'attended' | 'counted'>): number | null {
  return counted === 0 ? null : attended / counted;
}

/** Integers only, so that 4 of 5 is exactly enough. Nobody without a counted session has attended enough. */
export function hasAttendedEnough({ attended, counted }: Pick<AttendanceTally, 'attended' | 'counted'>): boolean {
  return attended > 0 && attended * 100 >= LEAST_ATTENDANCE_PERCENT * counted;
}

export interface ScoreFacts {
  readonly passScore: number;
  /** `null` if nothing is recorded. */
  readonly score: number | null;
}

/** Why a person does not complete. */
export type Shortfall = 'attendance' | 'resultMissing' | 'notPassed';

export function shortfallsOf(
  tally: Pick<AttendanceTally, 'attended' | 'counted'>,
  scores: readonly ScoreFacts[],
): Shortfall[] {
  return [
    ...(hasAttendedEnough(tally) ? [] : ['attendance' as const]),
    ...(scores.some(({ score }) => score === null) ? ['resultMissing' as const] : []),
    ...(scores.some(({ score, passScore }) => score !== null && score < passScore) ? ['notPassed' as const] : []),
  ];
}

export interface CompletionFacts {
  readonly cohort: string;
  readonly cohortState: string;
  readonly sessionsAhead: number;
  readonly lastEnd: number | null;
  /** Numbers of sessions whose register is incomplete. */
  readonly openRegisters: readonly number[];
  /** Assessments for which nobody has a result. */
  readonly emptyAssessments: readonly string[];
  readonly people: number;
}

type Answer = Refusal<CompletionRefusalCode> | null;

/** The page shows this list, and the POST refuses with it. */
export function completionBlockers(facts: CompletionFacts): Refusal<CompletionRefusalCode>[] {
  return blockers<CompletionFacts, CompletionRefusalCode>(
    [cohortIsConfirmed, sessionsAreOver, registersAreFull, resultsAreIn, somebodyIsThere],
    facts,
  );
}

export function cohortIsConfirmed({ cohort, cohortState }: CompletionFacts): Answer {
  return cohortState === 'confirmed' ? null : refuse('completionNotConfirmed', { cohort });
}

export function sessionsAreOver({ sessionsAhead, lastEnd }: CompletionFacts): Answer {
  return sessionsAhead > 0 ? refuse('completionSessionsAhead', { count: sessionsAhead, lastEnd }) : null;
}

export function registersAreFull({ openRegisters }: CompletionFacts): Answer {
  return openRegisters.length > 0
    ? refuse('completionRegistersMissing', { numbers: openRegisters.join(', '), count: openRegisters.length })
    : null;
}

export function resultsAreIn({ emptyAssessments }: CompletionFacts): Answer {
  return emptyAssessments.length > 0
    ? refuse('completionResultsMissing', { names: emptyAssessments.join(', ') })
    : null;
}

export function somebodyIsThere({ people }: CompletionFacts): Answer {
  return people === 0 ? refuse('completionNobody') : null;
}
