import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** Accounts with the role, whether or not they can sign in. */
export async function administratorIds(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`SELECT account_id AS "id" FROM role_grant WHERE role = 'administrator'`);
  return rows.map(({ id }) => id);
}

export async function isAdministrator(query: QueryFunction, accountId: string): Promise<boolean> {
  const rows = await query(
    sql`SELECT 1 AS "one" FROM role_grant WHERE role = 'administrator' AND account_id = ${accountId}`,
  );
  return rows.length > 0;
}
