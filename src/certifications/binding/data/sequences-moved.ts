import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { storedNumber } from '../../log/index.js';

export interface MovedSequence {
  readonly scope: string;
  readonly next: number;
  /** The largest that was written down when it was drawn; `0`: none. */
  readonly drawn: number;
}

/**
 * Series that do not go on behind the last number that was drawn. A few steps in the index for each series, however
 * many numbers it has.
 */
export async function sequencesMoved(query: QueryFunction): Promise<MovedSequence[]> {
  const rows = await query<MovedSequence>(sql`
    WITH RECURSIVE drawn_scope (scope) AS (
      SELECT MIN(scope) FROM drawn_number
      UNION ALL SELECT (SELECT MIN(d.scope) FROM drawn_number d WHERE d.scope > s.scope) FROM drawn_scope s WHERE s.scope IS NOT NULL),
    series (scope) AS (SELECT scope FROM drawn_scope WHERE scope IS NOT NULL UNION SELECT scope FROM number_sequence)
    SELECT m.scope AS "scope", m.next AS "next", m.drawn AS "drawn" FROM (
      SELECT s.scope AS scope, COALESCE((SELECT n.next FROM number_sequence n WHERE n.scope = s.scope), 1) AS next,
        COALESCE((SELECT MAX(d.sequence) FROM drawn_number d WHERE d.scope = s.scope), 0) AS drawn FROM series s) m
    WHERE m.drawn + 1 <> m.next ORDER BY m.scope`);
  return rows.map((row) => ({ ...row, next: storedNumber(row.next), drawn: storedNumber(row.drawn) }));
}
