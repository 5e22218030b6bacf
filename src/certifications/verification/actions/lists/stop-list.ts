import { Injectable } from '@nestjs/common';
import { type Actor, Jobs, UnitOfWork } from '../../../../platform/index.js';
import { VerificationList } from '../../data/verification-list.entity.js';
import { answeredOfList } from '../../data/verification-lists.js';
import { lockOwnList } from './lock-own-list.js';

@Injectable()
export class StopList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** Leaves the remaining rows unanswered until the list is resumed. @returns whether any remained @throws NotFound */
  execute(actor: Actor, id: string): Promise<boolean> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { list, employer } = await lockOwnList(tx, actor, id);
      if (list.answeredAt !== null) {
        tx.withoutAudit('all rows are answered');
        return false;
      }
      await this.jobs.stop(tx, list.jobId);
      // Nothing was verified: it can be checked again, or discarded.
      if ((await answeredOfList(tx.query, id)) === 0)
        await tx.of(VerificationList).update({ id }, { startedAt: null, startMac: null });
      await tx.audit(
        'certificates.listStopped',
        { type: 'employer', id: employer.id, label: employer.name },
        { filename: list.filename },
      );
      return true;
    });
  }
}
