import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

export interface ContactRow {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly since: number;
  /** `invited`: has not chosen a password yet. */
  readonly state: 'active' | 'invited' | 'disabled';
}

/** The contacts of an employer, oldest first. */
export async function contactsOf(query: QueryFunction, employerId: string): Promise<ContactRow[]> {
  const rows = await query<ContactRow>(sql`
    SELECT c.account_id AS "accountId", a.name AS "name", a.email AS "email", c.since AS "since",
      CASE WHEN a.disabled_at IS NOT NULL THEN 'disabled' WHEN a.password_hash IS NULL THEN 'invited' ELSE 'active' END AS "state"
    FROM employer_contact c JOIN account a ON a.id = c.account_id WHERE c.employer_id = ${employerId} ORDER BY c.since, a.name`);
  return rows.map((row) => ({ ...row, since: Number(row.since) }));
}

/** The employer that an account acts for; `null` if none. */
export async function employerOfAccount(
  query: QueryFunction,
  accountId: string | null,
): Promise<{ id: string; name: string } | null> {
  if (accountId === null) return null;
  const [row] = await query<{ id: string; name: string }>(sql`
    SELECT e.id AS "id", e.name AS "name" FROM employer_contact c JOIN employer e ON e.id = c.employer_id WHERE c.account_id = ${accountId}`);
  return row ?? null;
}

/** The account of an address, and the employer that it signs in for, if any. */
export async function accountOfAddress(
  query: QueryFunction,
  email: string,
): Promise<{ id: string; employer: string | null } | null> {
  const [row] = await query<{ id: string; employer: string | null }>(sql`
    SELECT a.id AS "id", e.name AS "employer" FROM account a
      LEFT JOIN employer_contact c ON c.account_id = a.id LEFT JOIN employer e ON e.id = c.employer_id WHERE a.email = ${email}`);
  return row ?? null;
}
