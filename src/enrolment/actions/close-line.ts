import { In } from 'typeorm';
import type { Transaction } from '../../platform/index.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { move } from './moves.js';

/**
 * Nobody waits for a cohort that is over: ends every wait and every open offer.
 * Inside the transaction that completes it. Answers how many.
 */
export async function closeLine(tx: Transaction, cohortId: string): Promise<number> {
  const line = await tx.of(Enrolment).findBy({ cohortId, state: In(['waitlisted', 'offered']) });
  for (const enrolment of line) await move(tx, enrolment, { to: 'withdrawn', detail: { cohortOver: 'yes' } });
  return line.length;
}
