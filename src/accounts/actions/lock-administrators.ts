import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';

/**
 * Locks an account and every administrator's, by id, so that two administrators who step down at once
 * wait for each other. Answers the account, and how many other administrators can sign in.
 */
export async function lockAdministrators(
  tx: Transaction,
  id: string,
): Promise<{ account: Account | null; otherAdministrators: number }> {
  const held = await tx.query<{ id: string }>(
    sql`SELECT account_id AS "id" FROM role_grant WHERE role = 'administrator'`,
  );
  const administrators = new Set(held.map((row) => row.id));
  let account: Account | null = null;
  let otherAdministrators = 0;
  for (const each of [...new Set([id, ...administrators])].sort()) {
    const locked = await tx.lock(Account, each);
    if (each === id) account = locked;
    else if (
      locked &&
      locked.disabledAt === null &&
      locked.passwordHash !== null &&
      (await stillAdministrator(tx, each))
    )
      otherAdministrators += 1;
  }
  return { account, otherAdministrators };
}

async function stillAdministrator(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.query(
    sql`SELECT 1 AS "one" FROM role_grant WHERE role = 'administrator' AND account_id = ${id}`,
  );
  return rows.length > 0;
}
