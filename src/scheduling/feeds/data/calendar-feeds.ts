import { Injectable } from '@nestjs/common';
import { fingerprint, NotFound, ReadDatabase } from '../../../platform/index.js';
import type { FeedOf } from './calendar-feed.entity.js';
import { FeedSecrets } from './feed-secrets.js';
import { feedByFingerprint, feedInForce } from './feeds-in-force.js';

/** Shows and resolves secret addresses. Anybody with an address can read that timetable. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly secrets: FeedSecrets,
  ) {}

  /** The current secret, or `null`. */
  async secretOf(of: FeedOf): Promise<string | null> {
    const id = await feedInForce(this.reads.query, of);
    return id && this.secrets.of(id);
  }

  /** The owner that a secret belongs to. @throws NotFound for an unknown or revoked secret */
  async open(secret: string): Promise<FeedOf> {
    const feed = await feedByFingerprint(this.reads.query, fingerprint(secret));
    if (!feed) throw new NotFound();
    return feed;
  }
}
