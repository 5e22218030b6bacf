import sql from 'sql-template-tag';
import { type QueryFunction, looksLikeId } from '../../../platform/index.js';

/** Whether a certificate belongs to the trainee of this account. */
export async function ownCertificate(query: QueryFunction, id: string, accountId: string | null): Promise<boolean> {
  if (accountId === null || !looksLikeId(id)) return false;
  const rows = await query<{ id: string }>(sql`
    SELECT k.id AS "id" FROM certificate k JOIN trainee t ON t.id = k.trainee_id WHERE k.id = ${id} AND t.account_id = ${accountId}`);
  return rows.length > 0;
}
