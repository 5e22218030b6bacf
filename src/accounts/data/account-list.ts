import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';
import { type AccountState, stateOf } from '../domain/administration.js';
import type { Role } from '../domain/roles.js';

export interface AccountFilter {
  readonly q: string;
  readonly role: string;
  readonly state: string;
  readonly sort: string;
  readonly page: number;
  readonly size: number;
}

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly state: AccountState;
  readonly roles: readonly Role[];
  readonly emailVerifiedAt: number | null;
  readonly disabledAt: number | null;
  readonly createdAt: number;
  readonly lastSignInAt: number | null;
}

type StoredAccountRow = Omit<AccountRow, 'state' | 'roles'> & { readonly hasPassword: number };

const COLUMNS = sql`a.id AS "id", a.name AS "name", a.email AS "email", a.language AS "language", a.email_verified_at AS "emailVerifiedAt",
  a.disabled_at AS "disabledAt", a.created_at AS "createdAt", CASE WHEN a.password_hash IS NULL THEN 0 ELSE 1 END AS "hasPassword",
  (SELECT MAX(s.created_at) FROM web_session s WHERE s.account_id = a.id) AS "lastSignInAt"`;

const STATES: Readonly<Record<string, Sql>> = {
  active: sql`AND a.disabled_at IS NULL AND a.password_hash IS NOT NULL`,
  invited: sql`AND a.disabled_at IS NULL AND a.password_hash IS NULL`,
  disabled: sql`AND a.disabled_at IS NOT NULL`,
};

/** One page of the matching accounts, and the count of all. */
export async function accountList(
  reads: ReadDatabase,
  filter: AccountFilter,
): Promise<{ rows: AccountRow[]; count: number }> {
  const from = matching(filter);
  const order = filter.sort === 'email' ? sql`a.email` : sql`a.created_at DESC, a.id DESC`;
  const count = await reads.count(sql`SELECT COUNT(*) AS "n" ${from}`);
  const stored = await reads.query<StoredAccountRow>(
    sql`SELECT ${COLUMNS} ${from} ORDER BY ${order} LIMIT ${filter.size} OFFSET ${(filter.page - 1) * filter.size}`,
  );
  return { rows: await withRoles(reads, stored), count };
}

export async function accountById(reads: ReadDatabase, id: string): Promise<AccountRow | null> {
  const stored = await reads.query<StoredAccountRow>(sql`SELECT ${COLUMNS} FROM account a WHERE a.id = ${id}`);
  return (await withRoles(reads, stored))[0] ?? null;
}

function matching({ q, role, state }: AccountFilter): Sql {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return sql`FROM account a WHERE 1 = 1
    ${q === '' ? empty : sql`AND (lower(a.name) LIKE ${like} ESCAPE '!' OR a.email LIKE ${like} ESCAPE '!')`}
    ${role === '' ? empty : sql`AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.role = ${role})`}
    ${(Object.hasOwn(STATES, state) ? STATES[state] : null) ?? empty}`;
}

async function withRoles(reads: ReadDatabase, stored: readonly StoredAccountRow[]): Promise<AccountRow[]> {
  if (stored.length === 0) return [];
  const grants = await reads.query<{ accountId: string; role: Role }>(sql`
    SELECT account_id AS "accountId", role AS "role" FROM role_grant WHERE account_id IN (${join(stored.map(({ id }) => id))}) ORDER BY role`);
  return stored.map(({ hasPassword, ...row }) => {
    const disabledAt = instant(row.disabledAt);
    return {
      ...row,
      disabledAt,
      emailVerifiedAt: instant(row.emailVerifiedAt),
      createdAt: Number(row.createdAt),
      lastSignInAt: instant(row.lastSignInAt),
      state: stateOf({ disabledAt, hasPassword: Number(hasPassword) === 1 }),
      roles: grants.filter(({ accountId }) => accountId === row.id).map(({ role }) => role),
    };
  });
}

const instant = (value: unknown): number | null => (value === null ? null : Number(value));
