import type { Transaction } from '../../platform/index.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { move } from './moves.js';

/**
 * How a confirmed enrolment ended.
 * Inside the transaction that completes the cohort, which asks the rules and writes the audit line.
 */
export async function recordOutcome(
  tx: Transaction,
  enrolmentId: string,
  outcome: 'completed' | 'notCompleted',
): Promise<void> {
  await move(tx, await tx.of(Enrolment).findOneByOrFail({ id: enrolmentId }), { to: outcome });
}
