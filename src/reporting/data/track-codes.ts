import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** All tracks, including retired ones: past years have targets too. */
export function trackCodes(query: QueryFunction): Promise<{ readonly id: string; readonly code: string }[]> {
  return query(sql`SELECT id AS "id", code AS "code" FROM track`);
}
