import type { Transaction } from '../../../platform/index.js';
import type { RegisterWriter } from '../log/register-state.js';
import { lastEntry } from './last-entry.js';
import { lockRegister } from './locked-register.js';

/**
 * The time of an act on keys, not before the last entry: a transaction that began first may append last. Whatever is
 * logged later waits for this transaction, so no entry that an old key signed is later than the end of that key.
 * @throws LogHasBeenChanged as `lockRegister`
 */
export async function timeAfterLog(tx: Transaction, writer: RegisterWriter): Promise<number> {
  const { logSize: size, logRoot } = await lockRegister(tx, writer);
  if (size === 0) return tx.now;
  const last = await lastEntry(tx.query, { size, root: Buffer.from(logRoot, 'base64') });
  return Math.max(tx.now, last?.at ?? tx.now);
}
