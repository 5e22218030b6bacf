import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { employerById } from '../../../employers/index.js';
import { type Actor, NotAllowed, NotFound, ReadDatabase, UnitOfWork } from '../../../platform/index.js';
import { markAlarmsSeen } from '../data/alarms.js';

/** Marks an employer's alarms as seen, which completes the office's task. */
@Injectable()
export class SeeAlarms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
  ) {}

  /** @throws NotFound for an unknown employer */
  async execute(actor: Actor, employerId: string): Promise<void> {
    if (!may(actor, 'employer.manage')) throw new NotAllowed();
    const employer = await employerById(this.reads, employerId);
    if (!employer) throw new NotFound();
    await this.unitOfWork.run(actor, async (tx) => {
      const count = await markAlarmsSeen(tx, employerId);
      if (count === 0) tx.withoutAudit('somebody else has marked them');
      else
        await tx.audit('certificates.alarmSeen', { type: 'employer', id: employerId, label: employer.name }, { count });
    });
  }
}
