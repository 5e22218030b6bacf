import type { Transaction } from '../database/transaction.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** Puts a letter first in line with all its tries before it. Answers the letter as it was, a sent one untouched; `null` where there is none. */
export async function sendAgain(tx: Transaction, id: string): Promise<OutboxMessage | null> {
  const letter = await tx.of(OutboxMessage).findOneBy({ id });
  if (letter && letter.state !== 'sent') await tx.of(OutboxMessage).update({ id }, { state: 'pending', attempts: 0, nextAttemptAt: tx.now });
  return letter;
}
