import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, refuse, refused, UnitOfWork } from '../../../platform/index.js';
import { Instructor } from '../../core/index.js';
import { sessionsToTeach } from '../data/sessions-ahead.js';
import type { InstructorOutcome } from './instructor-profile.js';

@Injectable()
export class RetireInstructor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Refused while the instructor has sessions ahead. @throws NotFound for an unknown or retired instructor */
  execute(actor: Actor, id: string): Promise<InstructorOutcome> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const instructor = await tx.lock(Instructor, id);
      if (!instructor || instructor.retiredAt !== null) throw new NotFound();
      const ahead = await sessionsToTeach(tx.query, id, tx.now);
      if (ahead.count > 0) return refused(refuse('instructorStillBooked', { ...ahead }));
      await tx.of(Instructor).update({ id }, { retiredAt: tx.now });
      await tx.audit('instructor.retired', { type: 'instructor', id, label: instructor.name });
      return { id };
    });
  }
}
