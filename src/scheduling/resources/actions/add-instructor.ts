import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, newId, NotAllowed, refused, UnitOfWork } from '../../../platform/index.js';
import { Instructor } from '../../core/index.js';
import { accountFor, type InstructorOutcome, type InstructorProfile } from './instructor-profile.js';

@Injectable()
export class AddInstructor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, { accountEmail, ...profile }: InstructorProfile): Promise<InstructorOutcome> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await accountFor(tx, accountEmail, null);
      if ('refusal' in account) return refused(account.refusal);
      const id = newId();
      await tx.of(Instructor).insert({ id, ...profile, accountId: account.id, retiredAt: null });
      await tx.audit(
        'instructor.added',
        { type: 'instructor', id, label: profile.name },
        { email: profile.email, accountEmail },
      );
      return { id };
    });
  }
}
