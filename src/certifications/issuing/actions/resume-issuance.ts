import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, isRefused, Jobs, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { type IssuanceOutcome, issuanceSubject, lockIssuanceUnderWay } from './lock-issuance.js';

@Injectable()
export class ResumeIssuance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
  ) {}

  /** Continues with the remaining items. @throws NotFound */
  async execute(actor: Actor, id: string): Promise<IssuanceOutcome> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run<IssuanceOutcome>(actor, async (tx) => {
      const issuance = await lockIssuanceUnderWay(tx, this.binding, id);
      if (isRefused(issuance)) return issuance;
      await this.binding.planDecided(tx, { kind: 'issuance', head: issuance.bound, isStopped: false });
      await this.jobs.resume(tx, issuance.jobId, true);
      await tx.audit('issuance.resumed', issuanceSubject(issuance));
      return true;
    });
  }
}
