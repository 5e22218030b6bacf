import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { may, Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  found,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
  searchTextOf,
} from '../../../platform/index.js';
import { TimetableReader } from '../../core/index.js';
import { ReplaceCalendarFeed } from '../actions/replace-calendar-feed.js';
import { RevokeCalendarFeed } from '../actions/revoke-calendar-feed.js';
import { FeedAddresses, type FeedView } from './feed-addresses.js';
import { type FeedOwnerView, feedOwners, OFFICE_FEEDS, type OfficeFeed } from './feed-owners.js';

export interface FeedsPage {
  readonly kind: OfficeFeed;
  readonly owners: readonly FeedOwnerView[];
  readonly counted: string;
  readonly q: string;
  readonly filtered: boolean;
  readonly kinds: readonly {
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
    readonly count: null;
  }[];
}

export interface FeedPage {
  readonly owner: FeedOwnerView;
  readonly feed: FeedView;
  readonly listAt: string;
  readonly mayOpen: boolean;
}

const listPage = definePage<FeedsPage>('scheduling/feeds/index');
const showPage = definePage<FeedPage>('scheduling/feeds/show');
const OWN_PAGE = { room: 'availability.manage', instructor: 'availability.manage' } as const;

/** Secret addresses of rooms and instructors, which coordinators pass on. */
@Controller('office/feeds')
@Requires('session.schedule')
export class FeedsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly replaceFeed: ReplaceCalendarFeed,
    private readonly revokeFeed: RevokeCalendarFeed,
    private readonly addresses: FeedAddresses,
  ) {}

  @Get()
  async index(
    @CurrentContext() { translator }: RequestContext,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const kind = OFFICE_FEEDS.find((one) => one === query['of']) ?? 'room';
    const q = searchTextOf(query['q']);
    const owners = (await feedOwners(this.reader.query, translator, kind)).filter((one) =>
      one.found.includes(q.toLowerCase()),
    );
    return listPage({
      kind,
      owners,
      q,
      filtered: q !== '',
      counted: translator.t('feed.count', {
        count: owners.length,
        made: owners.filter((one) => one.madeOn !== null).length,
      }),
      kinds: OFFICE_FEEDS.map((one) => ({
        label: translator.t(`feed.of_${one}`),
        href: `/office/feeds?of=${one}`,
        current: one === kind,
        count: null,
      })),
    });
  }

  @Get(':kind/:key')
  async show(
    @CurrentContext() context: RequestContext,
    @Param('kind') kind: string,
    @Param('key') key: string,
  ): Promise<Page> {
    const owner = await this.owner(context, kind, key);
    return showPage({
      owner,
      feed: await this.addresses.view(owner),
      listAt: `/office/feeds?of=${owner.kind}`,
      mayOpen: may(context.actor, OWN_PAGE[owner.kind]),
    });
  }

  @Post(':kind/:key')
  async replace(
    @CurrentContext() context: RequestContext,
    @Param('kind') kind: string,
    @Param('key') key: string,
  ): Promise<SeeOther> {
    const owner = await this.owner(context, kind, key);
    await this.replaceFeed.execute(context.actor, owner);
    return seeOther(owner.feedAt, flash('feed.made'));
  }

  @Post(':kind/:key/revocation')
  async revoke(
    @CurrentContext() context: RequestContext,
    @Param('kind') kind: string,
    @Param('key') key: string,
  ): Promise<SeeOther> {
    const owner = await this.owner(context, kind, key);
    await this.revokeFeed.execute(context.actor, owner);
    return seeOther(owner.feedAt, flash('feed.revoked'));
  }

  private async owner({ translator }: RequestContext, kind: string, key: string): Promise<FeedOwnerView> {
    const ownerKind = found(OFFICE_FEEDS.find((one) => one === kind));
    return found(
      (await feedOwners(this.reader.query, translator, ownerKind)).find(
        (one) => one.feedAt === `/office/feeds/${ownerKind}/${key}`,
      ),
    );
  }
}
