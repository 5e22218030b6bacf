import sql from 'sql-template-tag';
import { fingerprint, type QueryFunction } from '../../platform/index.js';

export interface AccountToVerify {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
  readonly emailCorrectedAt: number | null;
}

/**
 * Whose email a link verifies, without using it up; `null` where the link is unknown, used or too old, and where
 * nothing is to be verified any more.
 */
export async function accountToVerify(
  query: QueryFunction,
  token: string,
  now: number,
): Promise<AccountToVerify | null> {
  const [row] = await query<AccountToVerify>(sql`
    SELECT a.id AS "id", a.name AS "name", a.email AS "email", a.password_hash AS "passwordHash",
      a.email_corrected_at AS "emailCorrectedAt"
    FROM account_token t JOIN account a ON a.id = t.account_id
    WHERE t.fingerprint = ${fingerprint(token)} AND t.purpose = 'emailVerification' AND t.used_at IS NULL
      AND t.expires_at > ${now} AND a.email_verified_at IS NULL AND a.disabled_at IS NULL`);
  return row ?? null;
}
