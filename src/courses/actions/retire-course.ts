import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork, found } from '../../platform/index.js';
import { Course } from '../data/course.entity.js';

/** A retired course leaves the catalogue and takes no new cohorts; running cohorts continue. It can be restored. */
@Injectable()
export class RetireCourse {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound */
  execute(actor: Actor, courseId: string): Promise<void> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const course = found(await tx.lock(Course, courseId));
      await tx.of(Course).update({ id: courseId }, { retiredAt: course.retiredAt ?? tx.now });
      await tx.audit('course.retired', { type: 'course', id: courseId, label: course.code });
    });
  }
}
