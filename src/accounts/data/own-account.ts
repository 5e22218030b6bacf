import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

export interface WebSessionRow {
  readonly fingerprint: string;
  readonly browser: string;
  readonly since: number;
}

/** `null` for an account without a password, or an unknown one. */
export async function passwordHashOf(query: QueryFunction, accountId: string): Promise<string | null> {
  const [row] = await query<{ passwordHash: string | null }>(
    sql`SELECT password_hash AS "passwordHash" FROM account WHERE id = ${accountId}`,
  );
  return row?.passwordHash ?? null;
}

/** The account's web sessions, latest first; at most twenty. */
export async function webSessionsOf(query: QueryFunction, accountId: string, now: number): Promise<WebSessionRow[]> {
  const rows = await query<WebSessionRow>(sql`
    SELECT fingerprint AS "fingerprint", browser AS "browser", created_at AS "since" FROM web_session
    WHERE account_id = ${accountId} AND expires_at > ${now} ORDER BY created_at DESC LIMIT 20`);
  return rows.map((row) => ({ ...row, since: Number(row.since) }));
}
