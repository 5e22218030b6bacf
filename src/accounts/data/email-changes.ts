import sql from 'sql-template-tag';
import { fingerprint, newToken, type QueryFunction, type Transaction } from '../../platform/index.js';
import { LINK_LASTS } from './account-tokens.js';
import { EmailChange } from './email-change.entity.js';

/**
 * Begins the change of an account's email, which the caller has locked; an earlier one ends. Returns the token of its
 * link, which works as long as a link to choose a password.
 */
export async function beginEmailChange(tx: Transaction, accountId: string, newEmail: string): Promise<string> {
  const token = newToken();
  await tx.of(EmailChange).delete({ accountId });
  await tx.of(EmailChange).insert({
    accountId,
    fingerprint: fingerprint(token),
    newEmail,
    expiresAt: tx.now + LINK_LASTS.passwordReset,
  });
  return token;
}

export interface WaitingEmail {
  readonly accountId: string;
  readonly name: string;
  /** The present one. */
  readonly email: string;
  readonly newEmail: string;
  readonly passwordHash: string | null;
}

/** What a link would change, without using it up; `null` for an unknown, used or expired link. */
export async function emailChangeByLink(
  query: QueryFunction,
  token: string,
  now: number,
): Promise<WaitingEmail | null> {
  const [row] = await query<WaitingEmail>(sql`
    SELECT a.id AS "accountId", a.name AS "name", a.email AS "email", c.new_email AS "newEmail",
      a.password_hash AS "passwordHash"
    FROM email_change c JOIN account a ON a.id = c.account_id
    WHERE c.fingerprint = ${fingerprint(token)} AND c.expires_at > ${now} AND a.disabled_at IS NULL`);
  return row ?? null;
}

/** Uses a link up. Returns the new email, or `null` if the link is not this account's, used or expired. */
export async function spendEmailChange(tx: Transaction, accountId: string, token: string): Promise<string | null> {
  const mine = { accountId, fingerprint: fingerprint(token) };
  const change = await tx.of(EmailChange).findOneBy(mine);
  if (!change || change.expiresAt <= tx.now) return null;
  const { affected } = await tx.of(EmailChange).delete(mine);
  return affected === 0 ? null : change.newEmail;
}

/** The change that an account waits for, until its link expires; `null` if none. */
export async function waitingEmailOf(
  query: QueryFunction,
  accountId: string,
  now: number,
): Promise<{ readonly email: string; readonly expiresAt: number } | null> {
  const [row] = await query<{ email: string; expiresAt: number }>(sql`
    SELECT new_email AS "email", expires_at AS "expiresAt" FROM email_change
    WHERE account_id = ${accountId} AND expires_at > ${now}`);
  return row ? { email: row.email, expiresAt: Number(row.expiresAt) } : null;
}
