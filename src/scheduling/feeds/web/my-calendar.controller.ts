import { Controller, Get, Post } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentVisit,
  definePage,
  found,
  notice,
  type Page,
  seeOther,
  type SeeOther,
  type Visit,
} from '../../../platform/index.js';
import { TimetableReader } from '../../core/index.js';
import { CalendarFeeds, type FeedOf } from '../actions/calendar-feeds.js';
import { FeedAddresses, type FeedView } from './feed-addresses.js';

interface MyCalendarPage {
  readonly feed: FeedView;
  readonly teaches: boolean;
}

const page = definePage<MyCalendarPage>('scheduling/feeds/my-calendar');

/** The secret address of one's own timetable. */
@Controller('my/calendar')
@Requires('account.own')
export class MyCalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly addresses: FeedAddresses,
    private readonly reader: TimetableReader,
  ) {}

  @Get()
  async show(@CurrentVisit() visit: Visit): Promise<Page> {
    const own = await this.own(visit);
    return page({ feed: await this.addresses.view(own), teaches: own.kind === 'instructor' });
  }

  @Post()
  async replace(@CurrentVisit() visit: Visit): Promise<SeeOther> {
    await this.feeds.replace(visit.actor, await this.own(visit));
    return seeOther('/my/calendar', notice('feed.made'));
  }

  @Post('revocation')
  async revoke(@CurrentVisit() visit: Visit): Promise<SeeOther> {
    await this.feeds.revoke(visit.actor, await this.own(visit));
    return seeOther('/my/calendar', notice('feed.revoked'));
  }

  /** An instructor's own sessions; anybody else's are those of the cohorts in which they sit. */
  private async own({ actor }: Visit): Promise<FeedOf> {
    const id = found(actor.id);
    const [instructor] = await this.reader.query<{ id: string }>(
      sql`SELECT id AS "id" FROM instructor WHERE account_id = ${id}`,
    );
    return instructor ? { kind: 'instructor', ownerId: instructor.id } : { kind: 'trainee', ownerId: id };
  }
}
