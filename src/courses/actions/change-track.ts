import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, refuse, refused, UnitOfWork, found } from '../../platform/index.js';
import { Track } from '../data/track.entity.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import type { TrackOutcome, TrackPlan } from './track-plan.js';

@Injectable()
export class ChangeTrack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, plan: TrackPlan): Promise<TrackOutcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const track = found(await tx.lock(Track, id));
      if (plan.code !== track.code && (await tx.of(Track).existsBy({ code: plan.code })))
        return refused<CourseRefusalCode>(refuse('trackCodeTaken', { code: plan.code }, 'code'));
      await tx.of(Track).update({ id }, { ...plan });
      await tx.audit('track.changed', { type: 'track', id, label: plan.nameZh });
      return { id };
    });
  }
}
