import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

export async function openBulletins(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`SELECT id AS "id" FROM bulletin WHERE state = 'open'`);
  return rows.map(({ id }) => id);
}

/** The open bulletin that the account touched last. */
export async function openBulletinOf(query: QueryFunction, accountId: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(sql`
    SELECT id AS "id" FROM bulletin WHERE state = 'open' AND opened_by = ${accountId} ORDER BY touched_at DESC LIMIT 1`);
  return row?.id ?? null;
}

/** Changes of one session in open bulletins other than this one. */
export async function changesInOtherBulletins(
  query: QueryFunction,
  { bulletinId, sessionId }: { readonly bulletinId: string; readonly sessionId: string },
): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT c.id AS "id" FROM bulletin_change c JOIN bulletin b ON b.id = c.bulletin_id WHERE b.state = 'open' AND b.id <> ${bulletinId} AND c.session_id = ${sessionId} ORDER BY c.id`);
  return rows.map(({ id }) => id);
}
