import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** Every track, the retired ones too: targets are set for past years as well. */
export function trackCodes(query: QueryFunction): Promise<{ readonly id: string; readonly code: string }[]> {
  return query(sql`SELECT id AS "id", code AS "code" FROM track`);
}
