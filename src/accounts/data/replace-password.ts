import { Not } from 'typeorm';
import type { Transaction } from '../../platform/index.js';
import { AccountToken } from './account-token.entity.js';
import { Account } from './account.entity.js';
import { EmailChange } from './email-change.entity.js';
import { PendingSignIn } from './second-factor/pending-sign-in.entity.js';
import { WebSession } from './web-session.entity.js';

/** The account is locked by the caller. All browsers but `keepSession` are signed out, and no mailed link works on. */
export async function replacePassword(
  tx: Transaction,
  accountId: string,
  { passwordHash, keepSession }: { readonly passwordHash: string; readonly keepSession?: string },
): Promise<void> {
  await tx.of(Account).update({ id: accountId }, { passwordHash });
  await endAccess(tx, accountId, keepSession);
}

/** From now on only a link that is mailed hereafter chooses a password. */
export async function withdrawPassword(tx: Transaction, accountId: string): Promise<void> {
  await tx.of(Account).update({ id: accountId }, { passwordHash: null });
  await endAccess(tx, accountId);
}

/**
 * Signs out all browsers but one, and ends every mailed link. A second factor stays: a new password does not skip it.
 */
export async function endAccess(tx: Transaction, accountId: string, keepSession?: string): Promise<void> {
  await tx.of(WebSession).delete({ accountId, ...(keepSession && { fingerprint: Not(keepSession) }) });
  await tx.of(AccountToken).delete({ accountId });
  await tx.of(EmailChange).delete({ accountId });
  await tx.of(PendingSignIn).delete({ accountId });
}
