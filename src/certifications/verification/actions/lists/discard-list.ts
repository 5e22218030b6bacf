import { Injectable } from '@nestjs/common';
import { type Actor, Jobs, UnitOfWork } from '../../../../platform/index.js';
import { VerificationList } from '../../data/verification-list.entity.js';
import { isUnstarted, lockOwnList } from './lock-own-list.js';

@Injectable()
export class DiscardList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** Removes a list of which nothing was verified. @returns its file name; `null`: it was started @throws NotFound */
  execute(actor: Actor, id: string): Promise<string | null> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { list, employer } = await lockOwnList(tx, actor, id);
      if (!(await isUnstarted(tx.query, id, await this.jobs.progressOf(tx.query, list.jobId)))) {
        tx.withoutAudit('a list that was started stays');
        return null;
      }
      await tx.of(VerificationList).delete({ id });
      await this.jobs.remove(tx, list.jobId);
      await tx.audit(
        'certificates.listDiscarded',
        { type: 'employer', id: employer.id, label: employer.name },
        { filename: list.filename, count: list.size },
      );
      return list.filename;
    });
  }
}
