import type { Transaction } from '../../platform/index.js';
import { Account } from './account.entity.js';
import { administratorIds, isAdministrator } from './administrators.js';

/**
 * Locks an account and every administrator's, ordered by id, so that two administrators who step down at once wait for
 * each other. Returns the account, and how many other administrators can sign in.
 */
export async function lockAdministrators(
  tx: Transaction,
  id: string,
): Promise<{ account: Account | null; otherAdministrators: number }> {
  const administrators = await administratorIds(tx.query);
  let account: Account | null = null;
  let otherAdministrators = 0;
  for (const each of [...new Set([id, ...administrators])].sort()) {
    const locked = await tx.lock(Account, each);
    if (each === id) account = locked;
    else if (
      locked &&
      locked.disabledAt === null &&
      locked.passwordHash !== null &&
      locked.emailVerifiedAt !== null &&
      (await isAdministrator(tx.query, each))
    )
      otherAdministrators += 1;
  }
  return { account, otherAdministrators };
}
