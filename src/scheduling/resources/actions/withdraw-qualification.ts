import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  dayOf,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { Instructor, isQualifiedOn, QualificationRow } from '../../core/index.js';
import { type LedSession, sessionsToLead } from '../data/sessions-ahead.js';
import type { InstructorRefusalCode } from '../domain/refusals.js';

@Injectable()
export class WithdrawQualification {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Refused while a session ahead needs the qualification. @throws NotFound */
  execute(actor: Actor, id: string): Promise<{ readonly instructorId: string } | Refused<InstructorRefusalCode>> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const qualification = await tx.of(QualificationRow).findOneBy({ id });
      const instructor = qualification && (await tx.lock(Instructor, qualification.instructorId));
      if (!qualification || !instructor) throw new NotFound();
      const needed = await sessionNeeding(tx, qualification);
      if (needed)
        return refused(
          refuse('qualificationStillNeeded', {
            cohort: needed.cohort,
            number: needed.number,
            startsAt: needed.startsAt,
          }),
        );
      await tx.of(QualificationRow).delete({ id });
      await tx.audit(
        'instructor.unqualified',
        { type: 'instructor', id: instructor.id, label: instructor.name },
        { courseId: qualification.courseId },
      );
      return { instructorId: instructor.id };
    });
  }
}

async function sessionNeeding(tx: Transaction, withdrawn: QualificationRow): Promise<LedSession | null> {
  const others = (
    await tx.of(QualificationRow).findBy({ instructorId: withdrawn.instructorId, courseId: withdrawn.courseId })
  ).filter((one) => one.id !== withdrawn.id);
  const ahead = await sessionsToLead(tx.query, withdrawn, tx.now);
  return ahead.find((one) => !isQualifiedOn(dayOf(one.startsAt), withdrawn.courseId, others)) ?? null;
}
