import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, found, Jobs, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { BATCH_JOB } from './begin-batch.js';

@Injectable()
export class StopBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** Leaves the remaining items waiting. @throws NotFound */
  execute(actor: Actor, id: string): Promise<void> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const [job] = await this.jobs.about(tx.query, { kind: BATCH_JOB, subjectId: id });
      await this.jobs.stop(tx, found(job).id);
      await tx.audit('certificateBatch.stopped', { type: 'certificateBatch', id, label: id });
    });
  }
}
