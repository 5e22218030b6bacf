import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** @param id of the instructor */
export async function accountOfInstructor(query: QueryFunction, id: string): Promise<string | null> {
  const [row] = await query<{ accountId: string | null }>(
    sql`SELECT account_id AS "accountId" FROM instructor WHERE id = ${id}`,
  );
  return row?.accountId ?? null;
}

export async function instructorOfAccount(query: QueryFunction, accountId: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(sql`SELECT id AS "id" FROM instructor WHERE account_id = ${accountId}`);
  return row?.id ?? null;
}
