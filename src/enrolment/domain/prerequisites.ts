import type { Sql } from 'sql-template-tag';

/** Who holds which achievement: declared here, answered by the module that keeps certificates. */
export interface Prerequisites {
  /**
   * Ids of the achievements that the trainee holds on a day (`YYYY-MM-DD`):
   * certified, not revoked, not expired by then.
   */
  heldBy(query: <Row>(sql: Sql) => Promise<Row[]>, traineeId: string, day: string): Promise<readonly string[]>;
}

export const PREREQUISITES = Symbol('Prerequisites');
