import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, isRefused, Jobs, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { settleNumbers } from '../data/draw-numbers.js';
import { itemsOf, voidWaitingItems } from '../data/issuances.js';
import { type IssuanceOutcome, issuanceSubject, lockIssuance } from './lock-issuance.js';

@Injectable()
export class AbandonIssuance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
  ) {}

  /** Abandons the remaining items for good; their numbers become void. @throws NotFound */
  async execute(actor: Actor, id: string): Promise<IssuanceOutcome> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run<IssuanceOutcome>(actor, async (tx) => {
      const issuance = await lockIssuance(tx, this.binding, id);
      if (isRefused(issuance)) return issuance;
      await this.jobs.stop(tx, issuance.jobId);
      const left = await itemsOf(tx.query, id, { state: 'waiting' });
      await voidWaitingItems(tx, id);
      await settleNumbers(
        tx,
        left.map(({ number }) => number),
        { state: 'void', reason: 'abandoned' },
      );
      await this.binding.planSettled(tx, {
        kind: 'issuance',
        id,
        settled: left.map((item) => item.id),
      });
      await tx.audit('issuance.abandoned', issuanceSubject(issuance), { count: left.length });
      return true;
    });
  }
}
