import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import { sessionLimits } from '../domain/session-limits.js';

export interface WebSessionRow {
  readonly fingerprint: string;
  readonly browser: string;
  readonly since: number;
  /** Its last request, some time after `since`; `null`: not recorded yet. */
  readonly usedAt: number | null;
}

/** `null` for an account without a password, or an unknown one. */
export async function passwordHashOf(query: QueryFunction, accountId: string): Promise<string | null> {
  const [row] = await query<{ passwordHash: string | null }>(
    sql`SELECT password_hash AS "passwordHash" FROM account WHERE id = ${accountId}`,
  );
  return row?.passwordHash ?? null;
}

/** Web sessions of an account that are not over, latest first; at most twenty. */
export async function webSessionsOf(
  query: QueryFunction,
  { id, roles }: { readonly id: string; readonly roles: readonly string[] },
  now: number,
): Promise<WebSessionRow[]> {
  const { unused, whole } = sessionLimits(roles);
  const rows = await query<WebSessionRow>(sql`
    SELECT fingerprint AS "fingerprint", browser AS "browser", created_at AS "since", used_at AS "usedAt" FROM web_session
    WHERE account_id = ${id} AND created_at > ${now - whole} AND COALESCE(used_at, created_at) > ${now - unused}
    ORDER BY created_at DESC LIMIT 20`);
  return rows.map((row) => ({
    ...row,
    since: Number(row.since),
    usedAt: row.usedAt === null ? null : Number(row.usedAt),
  }));
}
