import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, isRefused, Jobs, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { reservedAmong, settleNumbers } from '../data/draw-numbers.js';
import { itemsOf, voidItemsLeft } from '../data/issuances.js';
import { CheckIssuancePlan } from './check-issuance-plan.js';
import { type IssuanceOutcome, issuanceSubject, lockIssuanceUnderWay } from './lock-issuance.js';

@Injectable()
export class AbandonIssuance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
    private readonly check: CheckIssuancePlan,
  ) {}

  /**
   * Abandons what is left of an issue for good: its plan ends, and its unused numbers become void, whatever the rows of
   * its items say. If they are not what is left of the plan, that is reported. @throws NotFound
   */
  async execute(actor: Actor, id: string): Promise<IssuanceOutcome> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run<IssuanceOutcome>(actor, async (tx) => {
      const issuance = await lockIssuanceUnderWay(tx, this.binding, id);
      if (isRefused(issuance)) return issuance;
      if (!(await this.check.isWhole(tx.query, issuance)))
        tx.atEnd(() =>
          this.check.reportAltered(issuance, 'abandoned, and its rows were not what was left of its plan'),
        );
      await this.jobs.stop(tx, issuance.jobId, true);
      const items = await itemsOf(tx.query, id);
      const numbers = await reservedAmong(
        tx.query,
        items.map(({ number }) => number),
      );
      await voidItemsLeft(tx, id);
      await settleNumbers(tx, numbers, { state: 'void', reason: 'abandoned' });
      await tx.audit('issuance.abandoned', issuanceSubject(issuance), { count: numbers.length });
      await this.binding.planEnded(tx, { kind: 'issuance', id, items: items.map((item) => item.id) });
      return true;
    });
  }
}
