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
  readonly fullScore: number;
  /** `null` if nothing is recorded. */
  readonly score: number | null;
}
