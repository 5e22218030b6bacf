import { Injectable } from '@nestjs/common';
import { type Actor, Jobs, UnitOfWork } from '../../../../platform/index.js';
import { isUnstarted, lockOwnList } from './lock-own-list.js';

@Injectable()
export class ResumeList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** Answers all rows, or those that remain. @returns whether none was answered before @throws NotFound */
  execute(actor: Actor, id: string): Promise<boolean> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { list, employer } = await lockOwnList(tx, actor, id);
      const isFirst = await isUnstarted(tx.query, id, await this.jobs.progressOf(tx.query, list.jobId));
      await (isFirst ? this.jobs.begin(tx, list.jobId) : this.jobs.resume(tx, list.jobId));
      await tx.audit(
        isFirst ? 'certificates.listStarted' : 'certificates.listResumed',
        { type: 'employer', id: employer.id, label: employer.name },
        { filename: list.filename },
      );
      return isFirst;
    });
  }
}
