import { In } from 'typeorm';
import type { Transaction } from '../../platform/index.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { WAITING } from '../domain/states.js';
import { endEach } from './change-state.js';

/**
 * Withdraws everybody who is still waiting or has an open offer, inside the transaction that completes the cohort.
 * @returns How many were withdrawn.
 */
export async function closeWaitlist(tx: Transaction, cohortId: string): Promise<number> {
  const waiting = await tx.of(Enrolment).findBy({ cohortId, state: In([...WAITING]) });
  await endEach(tx, waiting, { to: 'withdrawn', detail: () => ({ cohortOver: 'yes' }) });
  return waiting.length;
}
