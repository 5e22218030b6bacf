import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, found, Jobs, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { batchPlan } from '../data/batch-plan.js';
import { CertificateBatch } from '../data/certificate-batch.entities.js';
import { ACT_OF } from './check-batch-item.js';

@Injectable()
export class StopBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
  ) {}

  /** Leaves the remaining items waiting. @throws NotFound */
  execute(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      await tx.lock(CertificateBatch, id);
      const { bound: head, jobId, kind } = found(await batchPlan(tx.query, id));
      if (!may(actor, ACT_OF[kind])) throw new NotAllowed();
      if (!(await this.binding.planDecided(tx, { kind: 'certificateBatch', head, isStopped: true })))
        return tx.withoutAudit('nothing is left of it');
      // The register's state says that it was stopped, whatever job an altered row names.
      if (jobId !== null) await this.jobs.stop(tx, jobId, true);
      await tx.audit('certificateBatch.stopped', { type: 'certificateBatch', id, label: id });
    });
  }
}
