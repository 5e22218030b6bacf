import type { Transaction } from '../../platform/index.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { changeState } from './change-state.js';

/**
 * Records how a confirmed enrolment ended, inside the transaction that completes the cohort. The caller checks the
 * rules and writes the audit entry.
 */
export async function recordOutcome(
  tx: Transaction,
  enrolmentId: string,
  outcome: 'completed' | 'notCompleted',
): Promise<void> {
  await changeState(tx, await tx.of(Enrolment).findOneByOrFail({ id: enrolmentId }), { to: outcome });
}
