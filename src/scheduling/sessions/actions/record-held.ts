import type { Transaction } from '../../../platform/index.js';
import { Session } from '../../core/index.js';

/**
 * Marks a session as held once its register is started; it can no longer move. Runs in the caller's transaction, which
 * writes the audit entry.
 */
export async function recordHeld(tx: Transaction, sessionId: string): Promise<void> {
  await tx.of(Session).update({ id: sessionId, state: 'planned' }, { state: 'held', updatedAt: tx.now });
}
