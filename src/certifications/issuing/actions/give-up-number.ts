import type { Actor, UnitOfWork } from '../../../platform/index.js';
import { settleNumbers } from '../data/draw-numbers.js';

/** Voids a number with a reason, after a conflict or failed documents. */
export function giveUpNumber(unitOfWork: UnitOfWork, actor: Actor, number: string): Promise<void> {
  return unitOfWork.run(actor, async (tx) => {
    await settleNumbers(tx, [number], { state: 'void', reason: 'refused' });
    await tx.audit('numbers.voided', { type: 'certificate', id: number, label: number }, { count: 1 });
  });
}
