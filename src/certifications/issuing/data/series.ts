import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

const MOST = 20;

/**
 * Ids of some certificates whose canonical number begins like the numbers of a series.
 * @param scope as `NumberPattern.scope` writes it
 */
export async function certificatesOfSeries(query: QueryFunction, scope: string): Promise<string[]> {
  const start = scope.slice(0, scope.search(/[#?]/));
  // A digit follows, and every canonical number consists of digits and capital letters.
  const rows = await query<{ id: string }>(sql`
    SELECT id AS "id" FROM certificate WHERE number_key >= ${`${start}0`} AND number_key < ${`${start}A`} ORDER BY number_key LIMIT ${MOST}`);
  return rows.map(({ id }) => id);
}
