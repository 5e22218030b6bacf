import type { Transaction } from '../database/transaction.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';

/**
 * Puts an email first in the outbox with its attempts reset. Returns the email as it was; one that is sent or being
 * sent is left alone; `null` if there is none.
 */
export async function sendAgain(tx: Transaction, id: string): Promise<OutboxMessage | null> {
  const mail = await tx.lock(OutboxMessage, id);
  if (mail?.state === 'pending' || mail?.state === 'failed')
    await tx.of(OutboxMessage).update({ id }, { state: 'pending', attempts: 0, nextAttemptAt: tx.now });
  return mail;
}
