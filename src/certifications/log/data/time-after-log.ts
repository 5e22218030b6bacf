import type { Transaction } from '../../../platform/index.js';
import type { RegisterWriter } from '../log/register-state.js';
import { lastEntry } from './last-entry.js';
import { lockRegister } from './locked-register.js';
import { readRegister } from './register-state.js';

/**
 * The time of an act on keys, not before the last entry: a transaction that began first may append last. Whatever is
 * logged later waits for this transaction, so no entry that an old key signed is later than the end of that key.
 * @throws LogHasBeenChanged as `lockRegister`
 */
export async function timeAfterLog(tx: Transaction, writer: RegisterWriter): Promise<number> {
  await lockRegister(tx, writer);
  const { state } = await readRegister(tx.query, writer.key);
  if (state === null || state.logSize === 0) return tx.now;
  const last = await lastEntry(tx.query, { size: state.logSize, root: Buffer.from(state.logRoot, 'base64') });
  return Math.max(tx.now, last?.at ?? tx.now);
}
