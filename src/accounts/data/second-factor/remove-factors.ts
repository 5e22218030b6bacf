import { In, IsNull, Not } from 'typeorm';
import type { Transaction } from '../../../platform/index.js';
import { Authenticator } from './authenticator.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { UsedCode } from './used-code.entity.js';

/** Removes the authenticator apps of an account that is locked by the caller: confirmed ones, or the unconfirmed. */
export async function removeAuthenticators(
  tx: Transaction,
  accountId: string,
  which: 'confirmed' | 'unconfirmed',
): Promise<number> {
  const confirmedAt = which === 'confirmed' ? Not(IsNull()) : IsNull();
  const ids = (await tx.of(Authenticator).findBy({ accountId, confirmedAt })).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.of(UsedCode).delete({ authenticatorId: In(ids) });
  await tx.of(Authenticator).delete({ id: In(ids) });
  return ids.length;
}

/** Recovery codes replace a factor, so they end with the last one. */
export async function removeRecoveryCodes(tx: Transaction, accountId: string): Promise<void> {
  await tx.of(RecoveryCode).delete({ accountId });
}
