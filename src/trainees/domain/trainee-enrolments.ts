import type { Sql } from 'sql-template-tag';

/** The token under which enrolment brings its `TraineeEnrolments`; bound in the application's module. */
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
 * The enrolments of trainees. What answers `Sql` is a part of a query of whoever asks; `traineeId` is a column of
 * that query.
 */
export interface TraineeEnrolments {
  /** Newest first. */
  list(traineeId: string): Promise<EnrolmentOfTrainee[]>;
  /** Sub-selects that count: those that have not ended, those that ended well. */
  open(traineeId: Sql): Sql;
  completed(traineeId: Sql): Sql;
  /** Conditions: whether there is such a one, and whether there is any. */
  hasOpen(traineeId: Sql): Sql;
  hasCompleted(traineeId: Sql): Sql;
  hasAny(traineeId: Sql): Sql;
}
