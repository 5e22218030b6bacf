import sql from 'sql-template-tag';
import { bytesFrom, type QueryFunction } from '../../../platform/index.js';
import { ENROLMENT_LASTS } from '../../domain/second-factor.js';

/** What an account has besides its password. */
export interface Factors {
  /** When its authenticator app was confirmed; `null`: it has none. */
  readonly authenticatorSince: number | null;
  readonly recoveryCodesLeft: number;
}

export async function factorsOf(query: QueryFunction, accountId: string): Promise<Factors> {
  const [row] = await query<{ since: number | null; left: number }>(sql`
    SELECT (SELECT MAX(confirmed_at) FROM authenticator WHERE account_id = ${accountId}) AS "since",
      (SELECT COUNT(*) FROM recovery_code WHERE account_id = ${accountId} AND used_at IS NULL) AS "left"`);
  const since = row?.since ?? null;
  return { authenticatorSince: since === null ? null : Number(since), recoveryCodesLeft: Number(row?.left ?? 0) };
}

/** Whether a sign-in to the account needs more than the password. */
export async function hasSecondFactor(query: QueryFunction, accountId: string): Promise<boolean> {
  const rows = await query(sql`
    SELECT 1 AS "one" FROM authenticator WHERE account_id = ${accountId} AND confirmed_at IS NOT NULL`);
  return rows.length > 0;
}

export interface StoredAuthenticator {
  readonly id: string;
  /** Encrypted. */
  readonly secret: Buffer;
}

/** The authenticator app that is being added, while its first code is awaited. */
export async function authenticatorToConfirm(
  query: QueryFunction,
  accountId: string,
  now: number,
): Promise<StoredAuthenticator | null> {
  const [row] = await query<{ id: string; secret: string }>(sql`
    SELECT id AS "id", secret AS "secret" FROM authenticator
    WHERE account_id = ${accountId} AND confirmed_at IS NULL AND created_at > ${now - ENROLMENT_LASTS}`);
  return row ? { id: row.id, secret: bytesFrom(row.secret) } : null;
}
