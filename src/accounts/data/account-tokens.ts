import sql from 'sql-template-tag';
import { IsNull } from 'typeorm';
import { A_DAY, AN_HOUR, fingerprint, newToken, type QueryFunction, type Transaction } from '../../platform/index.js';
import { AccountToken, type TokenPurpose } from './account-token.entity.js';

/** How long an emailed link works, in milliseconds. */
export const LINK_LASTS: Readonly<Record<TokenPurpose, number>> = {
  emailVerification: 72 * AN_HOUR,
  passwordReset: 2 * AN_HOUR,
  invitation: 14 * A_DAY,
};

/**
 * Creates a link's token for an account; earlier ones for the same purpose stop working. The token itself is not
 * stored.
 */
export async function issueToken(tx: Transaction, accountId: string, purpose: TokenPurpose): Promise<string> {
  const token = newToken();
  await tx.of(AccountToken).delete({ accountId, purpose });
  await tx.of(AccountToken).insert({
    fingerprint: fingerprint(token),
    accountId,
    purpose,
    expiresAt: tx.now + LINK_LASTS[purpose],
    usedAt: null,
  });
  return token;
}

/** Whether a token would be accepted now. Nothing is used up: for what must not be done for every made-up token. */
export async function tokenHolds(
  query: QueryFunction,
  token: string,
  { purposes, now }: { readonly purposes: readonly TokenPurpose[]; readonly now: number },
): Promise<boolean> {
  const [stored] = await query<{ purpose: TokenPurpose }>(sql`
    SELECT purpose AS "purpose" FROM account_token
    WHERE fingerprint = ${fingerprint(token)} AND used_at IS NULL AND expires_at > ${now}`);
  return stored !== undefined && purposes.includes(stored.purpose);
}

/** Uses a token. Returns its account, or `null` if it is unknown, used or expired. */
export async function spendToken(
  tx: Transaction,
  token: string,
  purposes: readonly TokenPurpose[],
): Promise<string | null> {
  const stored = await tx.of(AccountToken).findOneBy({ fingerprint: fingerprint(token) });
  if (!stored || !purposes.includes(stored.purpose) || stored.usedAt !== null || stored.expiresAt <= tx.now)
    return null;
  const unused = { fingerprint: stored.fingerprint, usedAt: IsNull() };
  const { affected } = await tx.of(AccountToken).update(unused, { usedAt: tx.now });
  return affected === 0 ? null : stored.accountId;
}
