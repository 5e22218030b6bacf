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

  /** Takes a qualification back; refused while a session ahead rests on it. @throws NotFound for an unknown one. */
  execute(actor: Actor, id: string): Promise<{ readonly instructorId: string } | Refused<InstructorRefusalCode>> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const known = await tx.of(QualificationRow).findOneBy({ id });
      const instructor = known && (await tx.lock(Instructor, known.instructorId));
      if (!known || !instructor) throw new NotFound();
      const needed = await sessionNeeding(tx, known);
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
        { courseId: known.courseId },
      );
      return { instructorId: instructor.id };
    });
  }
}

async function sessionNeeding(tx: Transaction, gone: QualificationRow): Promise<LedSession | null> {
  const others = (
    await tx.of(QualificationRow).findBy({ instructorId: gone.instructorId, courseId: gone.courseId })
  ).filter((one) => one.id !== gone.id);
  const ahead = await sessionsToLead(tx.query, gone, tx.now);
  return ahead.find((one) => !isQualifiedOn(dayOf(one.startsAt), gone.courseId, others)) ?? null;
}
