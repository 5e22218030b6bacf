import { Injectable } from '@nestjs/common';
import { RegisterBinding } from '../../../binding/index.js';
import { type Actor, Jobs, Throttle, UnitOfWork } from '../../../../platform/index.js';
import { isUnstarted } from '../../data/list-start.js';
import { VerificationList } from '../../data/verification-list.entity.js';
import { ROWS_A_DAY } from './submit-list.js';
import { lockOwnList } from './lock-own-list.js';

@Injectable()
export class DiscardList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly throttle: Throttle,
    private readonly binding: RegisterBinding,
  ) {}

  /** Removes a list of which nothing was verified. @returns its file name; `null`: it was started @throws NotFound */
  async execute(actor: Actor, id: string): Promise<string | null> {
    const discarded = await this.unitOfWork.run(actor, async (tx) => {
      const { list, employer } = await lockOwnList(tx, actor, id);
      if (!(await isUnstarted(tx.query, { key: this.binding.key, now: tx.now }, id))) {
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
      return { filename: list.filename, size: list.size, employer: employer.id };
    });
    if (discarded === null) return null;
    await this.throttle.giveBack({ limit: ROWS_A_DAY, who: discarded.employer }, discarded.size);
    return discarded.filename;
  }
}
