import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { type EntityTarget, IsNull } from 'typeorm';
import { Account, may } from '../../../accounts/index.js';
import { Cohort } from '../../../cohorts/index.js';
import {
  type Actor,
  fingerprint,
  Keys,
  newId,
  NotAllowed,
  NotFound,
  ReadDatabase,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { Instructor, Room } from '../../core/index.js';
import { CalendarFeed, type FeedOf } from '../data/calendar-feed.entity.js';
import { feedByFingerprint, feedInForce } from '../data/feeds-in-force.js';
import { accountOfInstructor } from '../data/instructor-accounts.js';

/**
 * Secret addresses of timetables: made, shown again, replaced, taken back.
 * Whoever has one can read, so each is for one owner.
 */
@Injectable()
export class CalendarFeeds {
  private readonly key: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    keys: Keys,
  ) {
    this.key = keys.of('calendar-feeds');
  }

  /** The secret in force, or `null` where none is. */
  async secretOf(of: FeedOf): Promise<string | null> {
    const id = await feedInForce(this.reads.query, of);
    return id && this.secretFor(id);
  }

  /** Makes an address; one that was in force stops working. @throws NotAllowed for somebody else's timetable. */
  async replace(actor: Actor, of: FeedOf): Promise<string> {
    return this.unitOfWork.run(actor, async (tx) => {
      await this.lockOwner(tx, of);
      await this.checkOwner(tx, of);
      await this.end(tx, of);
      const id = newId();
      const secret = this.secretFor(id);
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

  /** @throws NotAllowed for somebody else's timetable. */
  async revoke(actor: Actor, of: FeedOf): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      await this.checkOwner(tx, of);
      await this.end(tx, of);
      await tx.audit('calendarFeed.revoked', { type: of.kind, id: of.ownerId, label: of.kind });
    });
  }

  /** Whose timetable a secret opens. @throws NotFound for one that opens nothing. */
  async open(secret: string): Promise<FeedOf> {
    const feed = await feedByFingerprint(this.reads.query, fingerprint(secret));
    if (!feed) throw new NotFound();
    return feed;
  }

  /**
   * Two browsers that ask at once get one address after the other, and the later one stands.
   * @throws NotFound for an owner that does not exist.
   */
  private async lockOwner(tx: Transaction, { kind, ownerId }: FeedOf): Promise<void> {
    const owner: EntityTarget<{ id: string }> = {
      cohort: Cohort,
      instructor: Instructor,
      room: Room,
      trainee: Account,
    }[kind];
    if (!(await tx.lock(owner, ownerId))) throw new NotFound();
  }

  private async end(tx: Transaction, { kind, ownerId }: FeedOf): Promise<void> {
    await tx.of(CalendarFeed).update({ ownerKind: kind, ownerId, revokedAt: IsNull() }, { revokedAt: tx.now });
  }

  private async checkOwner(tx: Transaction, { kind, ownerId }: FeedOf): Promise<void> {
    if (may(tx.actor, 'session.schedule')) return;
    const owner =
      kind === 'trainee' ? ownerId : kind === 'instructor' ? await accountOfInstructor(tx.query, ownerId) : null;
    if (!may(tx.actor, 'account.own', { ownerIds: [owner] })) throw new NotAllowed();
  }

  private secretFor(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url');
  }
}
