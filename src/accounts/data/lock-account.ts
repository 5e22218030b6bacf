import type { Transaction } from '../../platform/index.js';
import { Account } from './account.entity.js';

/**
 * Locks the account whose password was compared. `null` if that password was replaced or the account disabled
 * meanwhile: comparing takes long, and whoever knows an old password tries at just that moment.
 */
export async function lockIfPasswordHolds(
  tx: Transaction,
  id: string,
  passwordHash: string | null,
): Promise<Account | null> {
  const account = await tx.lock(Account, id);
  return account?.disabledAt === null && account.passwordHash === passwordHash ? account : null;
}
