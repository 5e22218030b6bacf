import type { Sql } from 'sql-template-tag';

/** Injection token for `CourseCohorts`; the application module binds the implementation of `cohorts`. */
export const COURSE_COHORTS = Symbol('CourseCohorts');

export interface CohortOfCourse {
  readonly code: string;
  /** Its state, or `inProgress`. */
  readonly phase: string;
  readonly isDraft: boolean;
  /** Tentative or confirmed. */
  readonly isRunning: boolean;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly seated: number;
}

/**
 * The cohorts of courses and tracks. Methods that return `Sql` return a sub-select that counts cohorts for a query of
 * this module; the id is a column of that query.
 */
export interface CourseCohorts {
  /** Newest first, at most fifty. @param today `YYYY-MM-DD`. */
  list(courseId: string, today: string): Promise<CohortOfCourse[]>;
  ofCourse(courseId: Sql): Sql;
  ofVersion(versionId: Sql): Sql;
  /** Tentative or confirmed ones. */
  runningOfCourse(courseId: Sql): Sql;
  runningOfTrack(trackId: Sql): Sql;
}
