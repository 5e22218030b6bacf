import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '../../../platform/index.js';
import type { FeedOf } from '../data/calendar-feed.entity.js';
import { checkFeedOwner, endFeed } from './feed-owner.js';

@Injectable()
export class RevokeCalendarFeed {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotAllowed for another person's timetable */
  execute(actor: Actor, of: FeedOf): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      await checkFeedOwner(tx, of);
      await endFeed(tx, of);
      await tx.audit('calendarFeed.revoked', { type: of.kind, id: of.ownerId, label: of.kind });
    });
  }
}
