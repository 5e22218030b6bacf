import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
  found,
} from '../../../platform/index.js';
import { Instructor, QualificationRow } from '../../core/index.js';
import { courseCode } from '../data/course-code.js';
import type { InstructorRefusalCode } from '../domain/refusals.js';

export interface QualificationInput {
  readonly courseId: string;
  /** Days, both included; `null`: open-ended. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

@Injectable()
export class QualifyInstructor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound for an unknown instructor */
  execute(
    actor: Actor,
    instructorId: string,
    input: QualificationInput,
  ): Promise<{ readonly id: string } | Refused<InstructorRefusalCode>> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const instructor = found(await tx.lock(Instructor, instructorId));
      const { courseId, validFrom, validUntil } = input;
      if (validFrom !== null && validUntil !== null && validUntil < validFrom)
        return refused(refuse('qualificationReversed', { validFrom, validUntil }, 'validUntil'));
      const course = await courseCode(tx.query, courseId);
      if (course === null) return refused(refuse('qualificationCourseUnknown', {}, 'courseId'));
      const existing = await tx.of(QualificationRow).findBy({ instructorId, courseId });
      const covered = existing.find(
        (one) => (one.validFrom ?? '') <= (validUntil ?? '9999') && (validFrom ?? '') <= (one.validUntil ?? '9999'),
      );
      if (covered) return refused(refuse('qualificationTwice', { course }, 'courseId'));
      const id = newId();
      await tx.of(QualificationRow).insert({ id, instructorId, courseId, validFrom, validUntil });
      await tx.audit(
        'instructor.qualified',
        { type: 'instructor', id: instructorId, label: instructor.name },
        { course, validFrom, validUntil },
      );
      return { id };
    });
  }
}
