import { IsNull } from 'typeorm';
import { may } from '../../../accounts/index.js';
import { NotAllowed, type Transaction } from '../../../platform/index.js';
import { CalendarFeed, type FeedOf } from '../data/calendar-feed.entity.js';
import { accountOfInstructor } from '../data/instructor-accounts.js';

/** @throws NotAllowed for another person's timetable */
export async function checkFeedOwner(tx: Transaction, { kind, ownerId }: FeedOf): Promise<void> {
  if (may(tx.actor, 'session.schedule')) return;
  const owner =
    kind === 'trainee' ? ownerId : kind === 'instructor' ? await accountOfInstructor(tx.query, ownerId) : null;
  if (!may(tx.actor, 'account.own', { ownerIds: [owner] })) throw new NotAllowed();
}

/** Revokes the owner's current address. */
export async function endFeed(tx: Transaction, { kind, ownerId }: FeedOf): Promise<void> {
  await tx.of(CalendarFeed).update({ ownerKind: kind, ownerId, revokedAt: IsNull() }, { revokedAt: tx.now });
}
