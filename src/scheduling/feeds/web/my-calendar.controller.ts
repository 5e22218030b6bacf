import { Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  found,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../../platform/index.js';
import { TimetableReader } from '../../core/index.js';
import { ReplaceCalendarFeed } from '../actions/replace-calendar-feed.js';
import { RevokeCalendarFeed } from '../actions/revoke-calendar-feed.js';
import type { FeedOf } from '../data/calendar-feed.entity.js';
import { instructorOfAccount } from '../data/instructor-accounts.js';
import { FeedAddresses, type FeedView } from './feed-addresses.js';

export interface MyCalendarPage {
  readonly feed: FeedView;
}

const page = definePage<MyCalendarPage>('scheduling/feeds/my-calendar');

@Controller('my/calendar')
@Requires('account.own')
export class MyCalendarController {
  constructor(
    private readonly replaceFeed: ReplaceCalendarFeed,
    private readonly revokeFeed: RevokeCalendarFeed,
    private readonly addresses: FeedAddresses,
    private readonly reader: TimetableReader,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext): Promise<Page> {
    return page({ feed: await this.addresses.view(await this.own(context)) });
  }

  @Post()
  async replace(@CurrentContext() context: RequestContext): Promise<SeeOther> {
    await this.replaceFeed.execute(context.actor, await this.own(context));
    return seeOther('/my/calendar', flash('feed.made'));
  }

  @Post('revocation')
  async revoke(@CurrentContext() context: RequestContext): Promise<SeeOther> {
    await this.revokeFeed.execute(context.actor, await this.own(context));
    return seeOther('/my/calendar', flash('feed.revoked'));
  }

  /** Instructors get their own sessions; everybody else those of the cohorts in which they hold a seat. */
  private async own({ actor }: RequestContext): Promise<FeedOf> {
    const id = found(actor.id);
    const instructorId = await instructorOfAccount(this.reader.query, id);
    return instructorId === null ? { kind: 'trainee', ownerId: id } : { kind: 'instructor', ownerId: instructorId };
  }
}
