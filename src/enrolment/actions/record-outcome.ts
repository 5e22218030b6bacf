import { In } from 'typeorm';
import type { Transaction } from '../../platform/index.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { endEach } from './change-state.js';

/**
 * Records how confirmed enrolments ended, inside the transaction that completes the cohort. The caller checks the
 * rules and writes the audit entry.
 */
export async function recordOutcome(
  tx: Transaction,
  enrolmentIds: readonly string[],
  outcome: 'completed' | 'notCompleted',
): Promise<void> {
  if (enrolmentIds.length === 0) return;
  await endEach(tx, await tx.of(Enrolment).findBy({ id: In([...enrolmentIds]) }), { to: outcome });
}
