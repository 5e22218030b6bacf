import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/**
 * The account with this email, if it has the instructor role. `isProven`: only the owner of the mailbox can be in it,
 * for the email is verified or no password has been chosen yet.
 */
export async function instructorAccount(
  query: QueryFunction,
  email: string,
): Promise<{ id: string; isProven: boolean } | null> {
  const [account] = await query<{ id: string; isProven: number }>(sql`
    SELECT a.id AS "id",
      CASE WHEN a.email_verified_at IS NOT NULL OR a.password_hash IS NULL THEN 1 ELSE 0 END AS "isProven"
    FROM account a JOIN role_grant g ON g.account_id = a.id WHERE a.email = ${email.toLowerCase()} AND g.role = 'instructor'`);
  return account ? { id: account.id, isProven: Number(account.isProven) === 1 } : null;
}
