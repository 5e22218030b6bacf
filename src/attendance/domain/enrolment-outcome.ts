import { shortfallsOf } from './completion-rules.js';

/** How an enrolment ended, and what was reached in it. */
export interface EnrolmentOutcome {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly traineeId: string;
  readonly state: string;
  /** Epoch milliseconds; `null`: not yet. */
  readonly endedAt: number | null;
  /** Attended sessions, of those that count. */
  readonly attended: number;
  readonly counted: number;
  /** Of each assessment of the cohort, in order. */
  readonly scores: readonly AssessmentScore[];
}

export interface AssessmentScore {
  readonly assessmentId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly passScore: number;
  readonly fullScore: number;
  /** `null` if nothing is recorded. */
  readonly score: number | null;
}

/**
 * Whether the state contradicts what was reached: the rule of the completion decides it. Where no session counts,
 * attendance decides nothing: such an outcome was recorded without registers.
 */
export function contradictsRule(outcome: EnrolmentOutcome): boolean {
  const shortfalls = shortfallsOf(outcome, outcome.scores);
  if (outcome.state === 'notCompleted') return shortfalls.length === 0;
  return outcome.state === 'completed' && shortfalls.some((one) => one !== 'attendance' || outcome.counted > 0);
}
