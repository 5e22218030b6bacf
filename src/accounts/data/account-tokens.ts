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

/**
 * Whose token it is, if it would be accepted now. Nothing is used up: for what must not be done for every made-up
 * token.
 */
export async function ownerOfToken(
  query: QueryFunction,
  token: string,
  { purposes, now }: { readonly purposes: readonly TokenPurpose[]; readonly now: number },
): Promise<{ readonly name: string; readonly email: string } | null> {
  const [stored] = await query<{ purpose: TokenPurpose; name: string; email: string }>(sql`
    SELECT t.purpose AS "purpose", a.name AS "name", a.email AS "email"
    FROM account_token t JOIN account a ON a.id = t.account_id
    WHERE t.fingerprint = ${fingerprint(token)} AND t.used_at IS NULL AND t.expires_at > ${now}`);
  return stored && purposes.includes(stored.purpose) ? stored : null;
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
