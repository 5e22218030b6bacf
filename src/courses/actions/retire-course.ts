import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, UnitOfWork } from '../../platform/index.js';
import { Course } from '../data/course.entity.js';

/** A retired course leaves the catalogue and takes no new cohorts; those that run, run on. It can come back. */
@Injectable()
export class RetireCourse {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, courseId: string): Promise<void> {
    return this.put(actor, courseId, 'course.retired');
  }

  bringBack(actor: Actor, courseId: string): Promise<void> {
    return this.put(actor, courseId, 'course.broughtBack');
  }

  private put(actor: Actor, courseId: string, act: 'course.retired' | 'course.broughtBack'): Promise<void> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const course = await tx.lock(Course, courseId);
      if (!course) throw new NotFound();
      await tx
        .of(Course)
        .update({ id: courseId }, { retiredAt: act === 'course.retired' ? (course.retiredAt ?? tx.now) : null });
      await tx.audit(act, { type: 'course', id: courseId, label: course.code });
    });
  }
}
