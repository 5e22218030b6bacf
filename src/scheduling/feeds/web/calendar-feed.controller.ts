import { Controller, Get, Param } from '@nestjs/common';
import {
  A_MINUTE,
  CurrentContext,
  FileAnswer,
  MemoryThrottle,
  NotFound,
  OpenToAll,
  TooMany,
  type RequestContext,
} from '../../../platform/index.js';
import { CalendarFeeds } from '../data/calendar-feeds.js';
import { FeedTexts } from './feed-texts.js';

/** Calendars poll hourly; this slows down guessing of addresses. */
const LIMIT = { name: 'calendar-feed', most: 120, within: 10 * A_MINUTE };

@Controller('calendar')
@OpenToAll()
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly texts: FeedTexts,
    private readonly throttle: MemoryThrottle,
  ) {}

  @Get(':file')
  async feed(@CurrentContext() context: RequestContext, @Param('file') file: string): Promise<FileAnswer> {
    const secret = /^([\w-]{20,80})\.ics$/.exec(file)?.[1];
    if (!secret) throw new NotFound();
    const wait = this.throttle.hit(LIMIT, context.ip);
    if (wait > 0) throw new TooMany(wait);
    const text = await this.texts.of(await this.feeds.open(secret), context.language);
    return new FileAnswer(text, 'text/calendar; charset=utf-8', { cache: 'private, max-age=900' });
  }
}
