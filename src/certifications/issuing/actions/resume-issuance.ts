import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, isRefused, Jobs, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { type IssuanceOutcome, issuanceSubject, lockIssuance } from './lock-issuance.js';

@Injectable()
export class ResumeIssuance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** What is left is resumed. @throws NotFound */
  async execute(actor: Actor, id: string): Promise<IssuanceOutcome> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run<IssuanceOutcome>(actor, async (tx) => {
      const issuance = await lockIssuance(tx, id);
      if (isRefused(issuance)) return issuance;
      await this.jobs.resume(tx, issuance.jobId);
      await tx.audit('issuance.resumed', issuanceSubject(issuance));
      return true;
    });
  }
}
