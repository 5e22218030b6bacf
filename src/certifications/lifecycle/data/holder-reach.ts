import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Certificates per query. */
const AT_ONCE = 500;

/** Ids among these whose holders have an email address. */
export async function reachableByEmail(
  query: QueryFunction,
  certificateIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const reachable = new Set<string>();
  for (let from = 0; from < certificateIds.length; from += AT_ONCE) {
    const rows = await query<{ id: string }>(sql`
      SELECT k.id AS "id" FROM certificate k JOIN trainee t ON t.id = k.trainee_id LEFT JOIN account a ON a.id = t.account_id
      WHERE k.id IN (${join(certificateIds.slice(from, from + AT_ONCE))}) AND COALESCE(a.email, t.email) IS NOT NULL`);
    for (const { id } of rows) reachable.add(id);
  }
  return reachable;
}
