import { Controller, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, found, flash, seeOther, type SeeOther, type RequestContext } from '../../../platform/index.js';
import { TimetableReader } from '../../core/index.js';
import { ReplaceCalendarFeed, RevokeCalendarFeed } from '../../feeds/index.js';

@Controller('office/cohorts/:code/sessions/feed')
@Requires('session.schedule')
export class CohortFeedController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly replaceFeed: ReplaceCalendarFeed,
    private readonly revokeFeed: RevokeCalendarFeed,
  ) {}

  @Post()
  async replace(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    await this.replaceFeed.execute(context.actor, { kind: 'cohort', ownerId: cohort.id });
    return seeOther(`/office/cohorts/${cohort.code}/sessions`, flash('feed.made'));
  }

  @Post('revocation')
  async revoke(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    await this.revokeFeed.execute(context.actor, { kind: 'cohort', ownerId: cohort.id });
    return seeOther(`/office/cohorts/${cohort.code}/sessions`, flash('feed.revoked'));
  }
}
