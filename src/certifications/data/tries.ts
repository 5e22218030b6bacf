import sql from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';

/** How often an employer asked for this number since then and was told that nothing fits. */
export async function missesOf(ask: Ask, { employerId, numberKey, since }: { readonly employerId: string; readonly numberKey: string; readonly since: number }): Promise<number> {
  const [row] = await ask<{ count: number }>(sql`
    SELECT COUNT(*) AS "count" FROM verification_record WHERE employer_id = ${employerId} AND number_key = ${numberKey} AND verdict = 'notFound' AND at > ${since}`);
  return Number(row?.count ?? 0);
}
