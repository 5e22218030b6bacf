import { LessThan } from 'typeorm';
import { oldestStepAt, stepOfCode, type Transaction } from '../../../platform/index.js';
import { UsedCode } from './used-code.entity.js';

/**
 * Accepts a code of an authenticator app once. The account is locked by the caller; the primary key refuses the same
 * code at the same time.
 */
export async function spendCode(
  tx: Transaction,
  authenticatorId: string,
  { secret, code }: { readonly secret: Uint8Array; readonly code: string },
): Promise<'accepted' | 'wrong' | 'used'> {
  const step = stepOfCode(secret, code, tx.now);
  if (step === null) return 'wrong';
  if (await tx.of(UsedCode).existsBy({ authenticatorId, step })) return 'used';
  await tx.of(UsedCode).delete({ authenticatorId, step: LessThan(oldestStepAt(tx.now)) });
  await tx.of(UsedCode).insert({ authenticatorId, step });
  return 'accepted';
}
