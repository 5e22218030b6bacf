import type { Sql } from 'sql-template-tag';

/** Ids of achievements by the id of the trainee who holds them. */
export type HeldAchievements = ReadonlyMap<string, ReadonlySet<string>>;

/** Port: which achievements trainees hold. Implemented by the certifications module. */
export interface Prerequisites {
  /**
   * The achievements for which each trainee has a certificate that is neither revoked nor expired on the day
   * (`YYYY-MM-DD`).
   */
  heldBy(
    query: <Row>(sql: Sql) => Promise<Row[]>,
    traineeIds: readonly string[],
    day: string,
  ): Promise<HeldAchievements>;
}

export const PREREQUISITES = Symbol('Prerequisites');
