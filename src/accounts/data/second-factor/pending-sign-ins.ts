import sql from 'sql-template-tag';
import { fingerprint, newToken, type QueryFunction, type Transaction } from '../../../platform/index.js';
import { PENDING_SIGN_IN_LASTS } from '../../domain/second-factor.js';
import { PendingSignIn } from './pending-sign-in.entity.js';

/** Stores that the password was right. Returns the token for the browser's cookie. */
export async function beginPendingSignIn(tx: Transaction, accountId: string): Promise<string> {
  const token = newToken();
  await tx.of(PendingSignIn).insert({
    fingerprint: fingerprint(token),
    accountId,
    expiresAt: tx.now + PENDING_SIGN_IN_LASTS,
  });
  return token;
}

export interface AwaitedSignIn {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
}

/** Who is awaited by a browser's token; `null` if it is unknown, used or too old, or the account is disabled. */
export async function pendingSignIn(query: QueryFunction, token: string, now: number): Promise<AwaitedSignIn | null> {
  const [row] = await query<AwaitedSignIn>(sql`
    SELECT a.id AS "accountId", a.email AS "email", a.name AS "name", a.password_hash AS "passwordHash"
    FROM pending_sign_in p JOIN account a ON a.id = p.account_id
    WHERE p.fingerprint = ${fingerprint(token)} AND p.expires_at > ${now}
      AND a.disabled_at IS NULL AND a.email_verified_at IS NOT NULL`);
  return row ?? null;
}

/** Uses the token up, once. The account is locked by the caller. */
export async function spendPendingSignIn(tx: Transaction, accountId: string, token: string): Promise<boolean> {
  const mine = { accountId, fingerprint: fingerprint(token) };
  const pending = await tx.of(PendingSignIn).findOneBy(mine);
  if (!pending || pending.expiresAt <= tx.now) return false;
  const { affected } = await tx.of(PendingSignIn).delete(mine);
  return affected === 1;
}
