import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, found, Jobs, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { BATCH_JOB } from './begin-batch.js';

@Injectable()
export class ResumeBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** What is left of it is resumed. @throws NotFound */
  execute(actor: Actor, id: string): Promise<void> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const [job] = await this.jobs.about(tx.query, { kind: BATCH_JOB, subjectId: id });
      await this.jobs.resume(tx, found(job).id);
      await tx.audit('certificateBatch.resumed', { type: 'certificateBatch', id, label: id });
    });
  }
}
