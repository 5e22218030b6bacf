import type { Sql } from 'sql-template-tag';

/** Port: which achievements a trainee holds. Implemented by the certifications module. */
export interface Prerequisites {
  /**
   * Ids of the achievements for which the trainee has a certificate that is neither revoked nor expired on the day
   * (`YYYY-MM-DD`).
   */
  heldBy(query: <Row>(sql: Sql) => Promise<Row[]>, traineeId: string, day: string): Promise<readonly string[]>;
}

export const PREREQUISITES = Symbol('Prerequisites');
