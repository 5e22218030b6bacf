import sql from 'sql-template-tag';
import { type QueryFunction, storedList } from '../../platform/index.js';
import type { Scope } from '../domain/scopes.js';

export interface KeyRow {
  readonly id: string;
  readonly employerId: string;
  readonly name: string;
  readonly start: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: number;
  readonly createdByName: string;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
  readonly revokedByName: string | null;
}

/** Working keys first, then revoked ones; each newest first. */
export async function keysOf(query: QueryFunction, employerId: string): Promise<KeyRow[]> {
  const rows = await query<Omit<KeyRow, 'scopes'> & { scopes: string }>(sql`
    SELECT id AS "id", employer_id AS "employerId", name AS "name", start AS "start", scopes AS "scopes", created_at AS "createdAt", created_by_name AS "createdByName",
      last_used_at AS "lastUsedAt", revoked_at AS "revokedAt", revoked_by_name AS "revokedByName"
    FROM employer_key WHERE employer_id = ${employerId} ORDER BY CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END, created_at DESC, id DESC`);
  const instant = (value: number | null) => (value === null ? null : Number(value));
  return rows.map((row) => ({
    ...row,
    scopes: storedList<Scope>(row.scopes),
    createdAt: Number(row.createdAt),
    lastUsedAt: instant(row.lastUsedAt),
    revokedAt: instant(row.revokedAt),
  }));
}

/** Number of the employer's working keys. */
export async function workingKeys(query: QueryFunction, employerId: string): Promise<number> {
  const [row] = await query<{ working: number }>(
    sql`SELECT COUNT(*) AS "working" FROM employer_key WHERE employer_id = ${employerId} AND revoked_at IS NULL`,
  );
  return Number(row?.working ?? 0);
}

export interface WorkingKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly employerId: string;
  readonly employer: string;
  readonly lastUsedAt: number | null;
}

/** The working key with this fingerprint. */
export async function keyByFingerprint(query: QueryFunction, print: string): Promise<WorkingKey | null> {
  const [row] = await query<Omit<WorkingKey, 'scopes'> & { scopes: string }>(sql`
    SELECT k.id AS "id", k.name AS "name", k.scopes AS "scopes", k.last_used_at AS "lastUsedAt", e.id AS "employerId", e.name AS "employer"
    FROM employer_key k JOIN employer e ON e.id = k.employer_id WHERE k.fingerprint = ${print} AND k.revoked_at IS NULL`);
  return row
    ? {
        ...row,
        scopes: storedList<Scope>(row.scopes),
        lastUsedAt: row.lastUsedAt === null ? null : Number(row.lastUsedAt),
      }
    : null;
}
