import { Injectable } from '@nestjs/common';
import { type Actor, Jobs, UnitOfWork } from '../../../../platform/index.js';
import { RegisterBinding } from '../../../binding/index.js';
import { isStarted, startMac } from '../../data/list-start.js';
import { VerificationList } from '../../data/verification-list.entity.js';
import { answeredOfList } from '../../data/verification-lists.js';
import { lockOwnList } from './lock-own-list.js';

/** Starts a list that its employer's people have checked, or continues one that was stopped. */
@Injectable()
export class ResumeList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
  ) {}

  /** @returns what it did: nothing if all rows are answered @throws NotFound */
  execute(actor: Actor, id: string): Promise<'started' | 'resumed' | 'answered'> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { list, employer } = await lockOwnList(tx, actor, id);
      if (list.answeredAt !== null) {
        tx.withoutAudit('there is nothing left to answer');
        return 'answered';
      }
      const check = { key: this.binding.key, now: tx.now };
      const wasStarted = await isStarted(tx.query, check, id);
      const isFirst = !wasStarted && (await answeredOfList(tx.query, id)) === 0;
      if (!wasStarted) {
        const start = { id, startedAt: tx.now };
        const columns = { startedAt: tx.now, startMac: startMac(this.binding.key, start) };
        await tx.of(VerificationList).update({ id }, columns);
      }
      await (isFirst ? this.jobs.begin(tx, list.jobId) : this.jobs.resume(tx, list.jobId));
      await tx.audit(
        isFirst ? 'certificates.listStarted' : 'certificates.listResumed',
        { type: 'employer', id: employer.id, label: employer.name },
        { filename: list.filename },
      );
      return isFirst ? 'started' : 'resumed';
    });
  }
}
