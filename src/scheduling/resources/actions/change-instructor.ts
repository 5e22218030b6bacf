import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, refused, UnitOfWork } from '../../../platform/index.js';
import { Instructor } from '../../core/index.js';
import { accountFor, type InstructorOutcome, type InstructorProfile } from './instructor-profile.js';

@Injectable()
export class ChangeInstructor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound for an unknown instructor */
  execute(actor: Actor, id: string, { accountEmail, ...profile }: InstructorProfile): Promise<InstructorOutcome> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await tx.lock(Instructor, id))) throw new NotFound();
      const account = await accountFor(tx, accountEmail, id);
      if ('refusal' in account) return refused(account.refusal);
      await tx.of(Instructor).update({ id }, { ...profile, accountId: account.id });
      await tx.audit(
        'instructor.changed',
        { type: 'instructor', id, label: profile.name },
        { email: profile.email, accountEmail },
      );
      return { id };
    });
  }
}
