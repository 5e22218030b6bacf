import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, refuse, refused, UnitOfWork, found } from '../../platform/index.js';
import { coursesInUse } from '../data/track-list.js';
import { Track } from '../data/track.entity.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import type { TrackOutcome } from './track-plan.js';

/** Refused while courses of the track are in use. */
@Injectable()
export class RetireTrack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string): Promise<TrackOutcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const track = found(await tx.lock(Track, id));
      const count = await coursesInUse(tx.query, id);
      if (count > 0) return refused<CourseRefusalCode>(refuse('trackKeepsCourses', { count }));
      await tx.of(Track).update({ id }, { retiredAt: track.retiredAt ?? tx.now });
      await tx.audit('track.retired', { type: 'track', id, label: track.nameZh });
      return { id };
    });
  }
}
