import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork, found } from '../../platform/index.js';
import { Track } from '../data/track.entity.js';
import type { TrackOutcome } from './track-plan.js';

@Injectable()
export class RestoreTrack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string): Promise<TrackOutcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const track = found(await tx.lock(Track, id));
      await tx.of(Track).update({ id }, { retiredAt: null });
      await tx.audit('track.broughtBack', { type: 'track', id, label: track.nameZh });
      return { id };
    });
  }
}
