import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, found, isRefused, Jobs, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { issuanceById } from '../data/issuances.js';
import { type IssuanceOutcome, issuanceSubject, lockIssuance } from './lock-issuance.js';

@Injectable()
export class StopIssuance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
  ) {}

  /** Finishes the current step; the remaining items wait. @throws NotFound */
  async execute(actor: Actor, id: string): Promise<IssuanceOutcome> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run<IssuanceOutcome>(actor, async (tx) => {
      const issuance = await lockIssuance(tx, id);
      if (isRefused(issuance)) return issuance;
      await this.jobs.stop(tx, issuance.jobId);
      const after = found(await issuanceById(tx.query, id));
      await this.binding.headChanged(tx, { kind: 'issuance', before: issuance.bound, after: after.bound });
      await tx.audit('issuance.stopped', issuanceSubject(issuance));
      return true;
    });
  }
}
