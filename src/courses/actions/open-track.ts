import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, newId, NotAllowed, refuse, refused, UnitOfWork } from '../../platform/index.js';
import { Track } from '../data/track.entity.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import type { TrackOutcome, TrackPlan } from './track-plan.js';

@Injectable()
export class OpenTrack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, plan: TrackPlan): Promise<TrackOutcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      if (await tx.of(Track).existsBy({ code: plan.code }))
        return refused<CourseRefusalCode>(refuse('trackCodeTaken', { code: plan.code }, 'code'));
      const id = newId();
      await tx.of(Track).insert({ id, ...plan, retiredAt: null });
      await tx.audit('track.opened', { type: 'track', id, label: plan.nameZh });
      return { id };
    });
  }
}
