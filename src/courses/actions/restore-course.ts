import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork, found } from '../../platform/index.js';
import { Course } from '../data/course.entity.js';

@Injectable()
export class RestoreCourse {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound */
  execute(actor: Actor, courseId: string): Promise<void> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const course = found(await tx.lock(Course, courseId));
      await tx.of(Course).update({ id: courseId }, { retiredAt: null });
      await tx.audit('course.broughtBack', { type: 'course', id: courseId, label: course.code });
    });
  }
}
