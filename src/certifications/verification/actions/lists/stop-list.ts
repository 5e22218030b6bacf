import { Injectable } from '@nestjs/common';
import { type Actor, Jobs, UnitOfWork } from '../../../../platform/index.js';
import { lockOwnList } from './lock-own-list.js';

@Injectable()
export class StopList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** Leaves the remaining rows unanswered until the list is resumed. @throws NotFound */
  execute(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { list, employer } = await lockOwnList(tx, actor, id);
      await this.jobs.stop(tx, list.jobId);
      await tx.audit(
        'certificates.listStopped',
        { type: 'employer', id: employer.id, label: employer.name },
        { filename: list.filename },
      );
    });
  }
}
