import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** The account with which an instructor signs in, by the instructor's id. */
export async function accountOfInstructor(query: QueryFunction, id: string): Promise<string | null> {
  const [row] = await query<{ accountId: string | null }>(
    sql`SELECT account_id AS "accountId" FROM instructor WHERE id = ${id}`,
  );
  return row?.accountId ?? null;
}

/** The instructor who signs in with an account. */
export async function instructorOfAccount(query: QueryFunction, accountId: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(sql`SELECT id AS "id" FROM instructor WHERE account_id = ${accountId}`);
  return row?.id ?? null;
}
