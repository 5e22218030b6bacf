import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, UnitOfWork } from '../../platform/index.js';
import { Employer } from '../data/employer.entity.js';
import { EmployerContact } from '../data/employer-contact.entity.js';

@Injectable()
export class RemoveContact {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The account stays but no longer acts for an employer; keys that the person created continue to work. */
  execute(actor: Actor, employerId: string, accountId: string): Promise<void> {
    if (!may(actor, 'employer.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const employer = await tx.lock(Employer, employerId);
      if (!employer || !(await tx.of(EmployerContact).existsBy({ accountId, employerId }))) throw new NotFound();
      await tx.of(EmployerContact).delete({ accountId, employerId });
      await tx.audit(
        'employerContact.removed',
        { type: 'employer', id: employerId, label: employer.name },
        { accountId },
      );
    });
  }
}
