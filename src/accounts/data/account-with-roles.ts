import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { SessionTimes } from '../domain/session-limits.js';

/** An account that may sign in, with its roles. */
export interface AccountWithRoles {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

export interface AccountToSignIn extends AccountWithRoles {
  readonly passwordHash: string | null;
  readonly isVerified: boolean;
}

type Row = Omit<AccountWithRoles, 'roles'> & { readonly role: string | null };

/** The account that signs in with an email; `null` if unknown or disabled. */
export async function accountToSignIn(query: QueryFunction, email: string): Promise<AccountToSignIn | null> {
  const rows = await query<Row & { passwordHash: string | null; verifiedAt: number | null }>(sql`
    SELECT a.id AS "id", a.name AS "name", a.email AS "email", a.password_hash AS "passwordHash",
      a.email_verified_at AS "verifiedAt", r.role AS "role"
    FROM account a LEFT JOIN role_grant r ON r.account_id = a.id WHERE a.email = ${email} AND a.disabled_at IS NULL`);
  const [first] = rows;
  if (!first) return null;
  const { passwordHash, verifiedAt } = first;
  return { ...withRoles(first, rows), passwordHash, isVerified: verifiedAt !== null };
}

/** `null` for an unknown session, a disabled account or one whose email is not verified. */
export async function accountOfWebSession(
  query: QueryFunction,
  fingerprint: string,
): Promise<(AccountWithRoles & SessionTimes) | null> {
  const rows = await query<Row & { createdAt: number; usedAt: number | null }>(sql`
    SELECT a.id AS "id", a.name AS "name", a.email AS "email", r.role AS "role",
      s.created_at AS "createdAt", s.used_at AS "usedAt"
    FROM web_session s JOIN account a ON a.id = s.account_id LEFT JOIN role_grant r ON r.account_id = a.id
    WHERE s.fingerprint = ${fingerprint} AND a.disabled_at IS NULL AND a.email_verified_at IS NOT NULL`);
  const [first] = rows;
  if (!first) return null;
  const { createdAt, usedAt } = first;
  return { ...withRoles(first, rows), createdAt: Number(createdAt), usedAt: usedAt === null ? null : Number(usedAt) };
}

/**
 * `null` for an unknown or disabled account: the person who started long work may have lost the account, or its roles,
 * since.
 */
export async function activeAccount(query: QueryFunction, id: string): Promise<AccountWithRoles | null> {
  const rows = await query<Row>(sql`
    SELECT a.id AS "id", a.name AS "name", a.email AS "email", r.role AS "role"
    FROM account a LEFT JOIN role_grant r ON r.account_id = a.id WHERE a.id = ${id} AND a.disabled_at IS NULL`);
  const [first] = rows;
  return first ? withRoles(first, rows) : null;
}

export async function rolesOf(query: QueryFunction, accountId: string): Promise<string[]> {
  const rows = await query<{ role: string }>(sql`
    SELECT role AS "role" FROM role_grant WHERE account_id = ${accountId} ORDER BY role`);
  return rows.map(({ role }) => role);
}

function withRoles({ id, name, email }: Row, rows: readonly Row[]): AccountWithRoles {
  return { id, name, email, roles: rows.flatMap(({ role }) => role ?? []) };
}
