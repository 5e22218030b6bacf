import { Injectable } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import { Account } from '../../../accounts/index.js';
import { Cohort } from '../../../cohorts/index.js';
import { type Actor, fingerprint, newId, NotFound, type Transaction, UnitOfWork } from '../../../platform/index.js';
import { Instructor, Room } from '../../core/index.js';
import { CalendarFeed, type FeedOf } from '../data/calendar-feed.entity.js';
import { FeedSecrets } from '../data/feed-secrets.js';
import { checkFeedOwner, endFeed } from './feed-owner.js';

@Injectable()
export class ReplaceCalendarFeed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: FeedSecrets,
  ) {}

  /**
   * Creates a secret address of a timetable and revokes the current one.
   * @throws NotAllowed for another person's timetable, NotFound for an unknown owner
   */
  execute(actor: Actor, of: FeedOf): Promise<string> {
    return this.unitOfWork.run(actor, async (tx) => {
      await lockOwner(tx, of);
      await checkFeedOwner(tx, of);
      await endFeed(tx, of);
      const id = newId();
      const secret = this.secrets.of(id);
      await tx.of(CalendarFeed).insert({
        id,
        fingerprint: fingerprint(secret),
        ownerKind: of.kind,
        ownerId: of.ownerId,
        createdAt: tx.now,
        revokedAt: null,
      });
      await tx.audit('calendarFeed.made', { type: of.kind, id: of.ownerId, label: of.kind });
      return secret;
    });
  }
}

/** Serializes concurrent requests: the later address replaces the earlier one. */
async function lockOwner(tx: Transaction, { kind, ownerId }: FeedOf): Promise<void> {
  const owner: EntityTarget<{ id: string }> = {
    cohort: Cohort,
    instructor: Instructor,
    room: Room,
    trainee: Account,
  }[kind];
  if (!(await tx.lock(owner, ownerId))) throw new NotFound();
}
