import type { Transaction } from '../../../platform/index.js';
import { Session } from '../../core/index.js';

/**
 * A session whose register has begun took place: it moves no more.
 * Inside the transaction that marks, which writes the audit line.
 */
export async function recordHeld(tx: Transaction, sessionId: string): Promise<void> {
  await tx.of(Session).update({ id: sessionId, state: 'planned' }, { state: 'held', updatedAt: tx.now });
}
