import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** The account with this email, if it has the instructor role. */
export async function instructorAccount(query: QueryFunction, email: string): Promise<string | null> {
  const [account] = await query<{ id: string }>(sql`
    SELECT a.id AS "id" FROM account a JOIN role_grant g ON g.account_id = a.id WHERE a.email = ${email.toLowerCase()} AND g.role = 'instructor'`);
  return account?.id ?? null;
}
