import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../platform/index.js';
import { coursesInUse } from '../data/track-list.js';
import { Track } from '../data/track.entity.js';
import type { CourseRefusalCode } from '../domain/refusals.js';

export interface TrackPlan {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly position: number;
}

export type Outcome = { readonly id: string } | Refused<CourseRefusalCode>;

@Injectable()
export class OpenTrack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, plan: TrackPlan): Promise<Outcome> {
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

/** A track closes when none of its courses is taught any more. */
@Injectable()
export class RetireTrack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string): Promise<Outcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const track = await tx.lock(Track, id);
      if (!track) throw new NotFound();
      const count = await coursesInUse(tx.query, id);
      if (count > 0) return refused<CourseRefusalCode>(refuse('trackKeepsCourses', { count }));
      await tx.of(Track).update({ id }, { retiredAt: track.retiredAt ?? tx.now });
      await tx.audit('track.retired', { type: 'track', id, label: track.nameZh });
      return { id };
    });
  }
}
