import type { Transaction } from '../../platform/index.js';
import { AccountToken } from './account-token.entity.js';
import { Account } from './account.entity.js';
import { WebSession } from './web-session.entity.js';

/** From now on only a link that is mailed hereafter chooses a password; every browser is signed out. */
export async function withdrawPassword(tx: Transaction, accountId: string): Promise<void> {
  await tx.of(Account).update({ id: accountId }, { passwordHash: null });
  await tx.of(WebSession).delete({ accountId });
  await tx.of(AccountToken).delete({ accountId });
}
