import { Injectable } from '@nestjs/common';
import { fingerprint, NotFound, ReadDatabase } from '../../../platform/index.js';
import type { FeedOf } from './calendar-feed.entity.js';
import { FeedSecrets } from './feed-secrets.js';
import { feedByFingerprint, feedInForce } from './feeds-in-force.js';

/** Secret addresses of timetables: shown again, and opened. Whoever has one can read, so each is for one owner. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly secrets: FeedSecrets,
  ) {}

  /** The secret in force, or `null` where none is. */
  async secretOf(of: FeedOf): Promise<string | null> {
    const id = await feedInForce(this.reads.query, of);
    return id && this.secrets.of(id);
  }

  /** Whose timetable a secret opens. @throws NotFound for one that opens nothing. */
  async open(secret: string): Promise<FeedOf> {
    const feed = await feedByFingerprint(this.reads.query, fingerprint(secret));
    if (!feed) throw new NotFound();
    return feed;
  }
}
