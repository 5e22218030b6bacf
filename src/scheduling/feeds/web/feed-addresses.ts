import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/index.js';
import type { FeedOf } from '../data/calendar-feed.entity.js';
import { CalendarFeeds } from '../data/calendar-feeds.js';

export interface FeedView {
  /** The full secret address; `null` if there is none. */
  readonly address: string | null;
  /** The same with `webcal:`, for subscribing by click. */
  readonly webcal: string | null;
}

@Injectable()
export class FeedAddresses {
  constructor(
    private readonly feeds: CalendarFeeds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async view(of: FeedOf): Promise<FeedView> {
    const secret = await this.feeds.secretOf(of);
    if (secret === null) return { address: null, webcal: null };
    const address = `${this.config.publicUrl}/calendar/${secret}.ics`;
    return { address, webcal: address.replace(/^https?:/, 'webcal:') };
  }
}
