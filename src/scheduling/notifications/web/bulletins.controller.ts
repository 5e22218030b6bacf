import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  answerAct,
  answerForm,
  Clock,
  CurrentContext,
  definePage,
  flash,
  type FormState,
  formView,
  type FormView,
  found,
  IdParam,
  type Page,
  type Pages,
  pagesOf,
  ReadDatabase,
  readForm,
  refusalFlash,
  type RequestContext,
  requestedPage,
  searchTextOf,
  type SeeOther,
  seeOther,
  type SelectOption,
  selectOptions,
} from '../../../platform/index.js';
import { ComposeBulletin } from '../actions/compose-bulletin.js';
import { DropBulletin } from '../actions/drop-bulletin.js';
import { SendBulletin } from '../actions/send-bulletin.js';
import { bulletinById, type BulletinFacts, bulletinFacts, namesIn } from '../data/bulletin-facts.js';
import { bulletinList, storedEmails, emailsSent } from '../data/bulletin-list.js';
import { BULLETIN_STATES } from '../data/bulletin.entity.js';
import {
  type BulletinView,
  bulletinView,
  type ChangeView,
  changeView,
  keptView,
  type EmailView,
  emailView,
} from './bulletin.page.js';
import { DropForm } from './notification.form.js';

export interface BulletinsPage {
  readonly bulletins: readonly (BulletinView & { readonly changes: number; readonly people: number })[];
  readonly count: number;
  readonly pages: Pages;
  readonly q: string;
  readonly states: readonly SelectOption[];
  readonly filtered: boolean;
}

export interface BulletinPage {
  readonly bulletin: BulletinView;
  /** Number of changed sessions; the first ones, and the rest behind a fold. */
  readonly changed: number;
  readonly changes: readonly ChangeView[];
  readonly moreChanges: readonly ChangeView[];
  readonly emails: readonly EmailView[];
  readonly moreEmails: readonly EmailView[];
  /** Number of emails to send. */
  readonly people: number;
  /** Affected people without an email address. */
  readonly unreachable: readonly string[];
}

export interface DroppingPage {
  readonly bulletin: BulletinView;
  readonly changes: number;
  readonly people: number;
  readonly form: FormView<DropForm>;
}

const listPage = definePage<BulletinsPage>('scheduling/notifications/bulletins/index');
const showPage = definePage<BulletinPage>('scheduling/notifications/bulletins/show');
const droppingPage = definePage<DroppingPage>('scheduling/notifications/bulletins/dropping');
const SIZE = 25;
const MOST_SHOWN = 20;

/** Open and closed bulletins. */
@Controller('office/bulletins')
@Requires('session.schedule')
export class BulletinsController {
  private readonly query: ReadDatabase['query'];

  constructor(
    reads: ReadDatabase,
    private readonly compose: ComposeBulletin,
    private readonly sendBulletin: SendBulletin,
    private readonly dropBulletin: DropBulletin,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  @Get()
  async index(@CurrentContext() context: RequestContext, @Query() query: Record<string, unknown>): Promise<Page> {
    const q = searchTextOf(query['q']);
    const state = BULLETIN_STATES.find((one) => one === query['state']) ?? '';
    const page = requestedPage(query['page']);
    const { ids, count } = await bulletinList(this.query, { q, state, page, size: SIZE });
    const facts = new Map((await bulletinFacts(this.query, ids)).map((one) => [one.id, one]));
    const sent = await emailsSent(this.query, ids);
    const bulletins = await Promise.all(
      ids
        .flatMap((id) => facts.get(id) ?? [])
        .map(async (one) => ({
          ...bulletinView(context, one, this.clock.now()),
          changes: one.changes.length,
          people:
            one.state === 'open' ? (await this.compose.recipients(this.query, one)).length : (sent.get(one.id) ?? 0),
        })),
    );
    const states = selectOptions(
      BULLETIN_STATES.map((one) => ({
        value: one,
        label: context.translator.t(`bulletin.state_${one}`),
      })),
      state,
    );
    return listPage({
      bulletins,
      count,
      q,
      states,
      filtered: q !== '' || state !== '',
      pages: pagesOf(context.url, { page, size: SIZE, count }),
    });
  }

  @Get(':id')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    const bulletin = await this.byId(id);
    const names = await namesIn(this.query, bulletin.changes);
    const changes = bulletin.changes.map((one) => changeView(context.translator, one, names));
    const emails =
      bulletin.state === 'open'
        ? (await this.compose.emails(this.query, bulletin)).map((one) => emailView(context.translator, one))
        : (await storedEmails(this.query, id)).map((one, at) => keptView(context.translator, one, at));
    return showPage({
      bulletin: bulletinView(context, bulletin, this.clock.now()),
      changed: changes.length,
      changes: changes.slice(0, MOST_SHOWN),
      moreChanges: changes.slice(MOST_SHOWN),
      emails: emails.slice(0, MOST_SHOWN),
      moreEmails: emails.slice(MOST_SHOWN),
      people: emails.filter(({ dropped }) => !dropped).length,
      unreachable: bulletin.state === 'open' ? await this.compose.unreachable(this.query, bulletin) : [],
    });
  }

  @Post(':id/sending')
  async send(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    await this.byId(id);
    const page = `/office/bulletins/${id}`;
    return answerAct(await this.sendBulletin.execute(context.actor, id), {
      done: ({ emails }) =>
        seeOther(page, flash(emails === 0 ? 'bulletin.sent_none' : 'bulletin.sent', { count: emails })),
      again: (refusals) => seeOther(page, refusalFlash(refusals)),
    });
  }

  @Get(':id/dropping')
  async droppable(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.dropping(context, await this.byId(id));
  }

  @Post(':id/dropping')
  async drop(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const bulletin = await this.byId(id);
    const page = `/office/bulletins/${id}`;
    return answerForm(readForm(DropForm, body, this.clock.today()), {
      act: ({ reason }) => this.dropBulletin.execute(context.actor, id, reason),
      done: ({ people }) => seeOther(page, flash('bulletin.dropped', { count: people })),
      again: ({ refusals, ...filling }) =>
        refusals ? seeOther(page, refusalFlash(refusals)) : this.dropping(context, bulletin, filling),
    });
  }

  private async byId(id: string): Promise<BulletinFacts> {
    return found(await bulletinById(this.query, id));
  }

  private async dropping(context: RequestContext, bulletin: BulletinFacts, filling: FormState = {}): Promise<Page> {
    const people = bulletin.state === 'open' ? (await this.compose.recipients(this.query, bulletin)).length : 0;
    return droppingPage({
      bulletin: bulletinView(context, bulletin, this.clock.now()),
      changes: bulletin.changes.length,
      people,
      form: formView(DropForm, context.translator, filling),
    });
  }
}
