import { In } from 'typeorm';
import type { Transaction } from '../database/transaction.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';

/** Emails that follow an account's address and are not sent yet go to the new one; what is being sent goes on. */
export async function readdress(tx: Transaction, accountId: string, to: string): Promise<void> {
  await tx.of(OutboxMessage).update({ accountId, state: In(['pending', 'failed']) }, { toAddress: to });
}
