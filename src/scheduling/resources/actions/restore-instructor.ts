import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, UnitOfWork } from '../../../platform/index.js';
import { Instructor } from '../../core/index.js';
import type { InstructorOutcome } from './instructor-profile.js';

@Injectable()
export class RestoreInstructor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound for an unknown instructor or one who still teaches */
  execute(actor: Actor, id: string): Promise<InstructorOutcome> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const instructor = await tx.lock(Instructor, id);
      if (!instructor || instructor.retiredAt === null) throw new NotFound();
      await tx.of(Instructor).update({ id }, { retiredAt: null });
      await tx.audit('instructor.returned', { type: 'instructor', id, label: instructor.name });
      return { id };
    });
  }
}
