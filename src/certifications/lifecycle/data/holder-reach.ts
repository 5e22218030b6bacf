import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** How many certificates are asked about in one query. */
const AT_ONCE = 500;

/** The ids, of those given, whose holders can be notified by email. */
export async function tellable(query: QueryFunction, certificateIds: readonly string[]): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (let from = 0; from < certificateIds.length; from += AT_ONCE) {
    const rows = await query<{ id: string }>(sql`
      SELECT k.id AS "id" FROM certificate k JOIN trainee t ON t.id = k.trainee_id LEFT JOIN account a ON a.id = t.account_id
      WHERE k.id IN (${join(certificateIds.slice(from, from + AT_ONCE))}) AND COALESCE(a.email, t.email) IS NOT NULL`);
    for (const { id } of rows) told.add(id);
  }
  return told;
}
