import type { Sql } from 'sql-template-tag';

/** Injection token for `TraineeEnrolments`; the application module binds the implementation of `enrolment`. */
export const TRAINEE_ENROLMENTS = Symbol('TraineeEnrolments');

export interface EnrolmentOfTrainee {
  readonly id: string;
  readonly cohortCode: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: string;
  readonly madeAt: number;
}

/**
 * The enrolments of trainees. Methods that return `Sql` return a part of the caller's query; `traineeId` is a column of
 * that query.
 */
export interface TraineeEnrolments {
  /** Newest first. */
  list(traineeId: string): Promise<EnrolmentOfTrainee[]>;
  /** Sub-selects that count enrolments: not ended; completed. */
  open(traineeId: Sql): Sql;
  completed(traineeId: Sql): Sql;
  /** Conditions: has such an enrolment; has any. */
  hasOpen(traineeId: Sql): Sql;
  hasCompleted(traineeId: Sql): Sql;
  hasAny(traineeId: Sql): Sql;
}
