import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { ownEmployer } from '../../../employers/index.js';
import {
  type QueryFunction,
  ChoicesField,
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  isRefused,
  looksLikeId,
  flash,
  type Page,
  pageAsked,
  type Pages,
  pagesOf,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  TextField,
  type RequestContext,
} from '../../../platform/index.js';
import { KeepWebhooks } from '../actions/keep-webhooks.js';
import {
  countDeliveries,
  deliveriesOf,
  type DeliveryRow,
  type WebhookRow,
  webhooksOf,
} from '../data/webhook-queries.js';
import { WEBHOOK_EVENTS } from '../domain/webhook.js';

export class WebhookForm {
  @TextField({ max: 500 }) url!: string;
  @ChoicesField(WEBHOOK_EVENTS) events!: string[];
}

interface IndexPage {
  readonly form: FormView<WebhookForm>;
  readonly made: { readonly url: string; readonly secret: string } | null;
  readonly webhooks: readonly (WebhookRow & { readonly hears: string })[];
}

interface ShowPage {
  readonly webhook: WebhookRow;
  readonly deliveries: readonly (DeliveryRow & { readonly eventWord: string; readonly faultWord: string | null })[];
  readonly count: number;
  readonly pages: Pages;
}

const indexPage = definePage<IndexPage>('certifications/webhooks/index');
const showPage = definePage<ShowPage>('certifications/webhooks/show');
const removalPage = definePage<{ readonly webhook: WebhookRow }>('certifications/webhooks/removal');
const SIZE = 50;
const BASE = '/employer/webhooks';

/** Where an employer's programs hear of changes, and what was sent there. */
@Controller('employer/webhooks')
@Requires('employer.self')
export class WebhooksController {
  private readonly query: QueryFunction;

  constructor(
    private readonly keep: KeepWebhooks,
    private readonly clock: Clock,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  @Get()
  async list(@CurrentContext() context: RequestContext): Promise<Page> {
    return this.page(context);
  }

  @Post()
  async add(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page> {
    const read = readForm(WebhookForm, body, this.clock.today());
    if (!read.ok) return this.page(context, { filling: read, status: 422 });
    const outcome = await this.keep.add(context.actor, { employerId: await this.own(context), ...read.form });
    if (isRefused(outcome))
      return this.page(context, { filling: { typed: read.typed, refusals: outcome.reasons }, status: 422 });
    return this.page(context, { made: { url: read.form.url, secret: outcome.secret }, status: 201 });
  }

  @Get(':id')
  async show(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query('page') asked: unknown,
  ): Promise<Page> {
    const webhook = await this.known(context, id);
    const { translator } = context;
    const count = await countDeliveries(this.query, webhook.id);
    const pages = pagesOf(context.url, { page: pageAsked(asked), size: SIZE, count });
    const rows = await deliveriesOf(this.query, webhook.id, { limit: SIZE, offset: (pages.page - 1) * SIZE });
    return showPage({
      webhook,
      count,
      pages,
      deliveries: rows.map((row) => ({
        ...row,
        eventWord: translator.t(`webhook.event.${row.event}`),
        faultWord: row.fault === null ? null : translator.t(`webhook.fault.${row.fault}`),
      })),
    });
  }

  @Post(':id/test')
  async test(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<SeeOther> {
    const webhook = await this.known(context, id);
    await this.keep.test(context.actor, webhook.id);
    return seeOther(`${BASE}/${webhook.id}`, flash('webhook.tested'));
  }

  @Post(':id/deliveries/:delivery/resending')
  async resend(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Param('delivery') delivery: string,
  ): Promise<SeeOther> {
    const webhook = await this.known(context, id);
    await this.keep.resend(context.actor, webhook.id, looksLikeId(delivery) ? delivery : webhook.id);
    return seeOther(`${BASE}/${webhook.id}`, flash('webhook.resent'));
  }

  @Get(':id/removal')
  async confirm(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page> {
    return removalPage({ webhook: await this.known(context, id) });
  }

  @Post(':id/removal')
  async remove(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<SeeOther> {
    const webhook = await this.known(context, id);
    await this.keep.remove(context.actor, webhook.id);
    return seeOther(BASE, flash('webhook.removed'));
  }

  private async own(context: RequestContext): Promise<string> {
    return (await ownEmployer(this.query, context)).id;
  }

  private async known(context: RequestContext, id: string): Promise<WebhookRow> {
    return found((await webhooksOf(this.query, await this.own(context))).find((webhook) => webhook.id === id));
  }

  private async page(
    context: RequestContext,
    {
      filling = { typed: { url: '', events: [...WEBHOOK_EVENTS] } },
      made = null,
      status = 200,
    }: { filling?: Parameters<typeof formView>[2]; made?: IndexPage['made']; status?: number } = {},
  ): Promise<Page> {
    const { translator } = context;
    const eventWord = (event: string): string => translator.t(`webhook.event.${event}`);
    const webhooks = await webhooksOf(this.query, await this.own(context));
    const form = formView(WebhookForm, translator, {
      ...filling,
      options: { events: WEBHOOK_EVENTS.map((event) => ({ value: event, label: eventWord(event) })) },
    });
    return indexPage(
      {
        form,
        made,
        webhooks: webhooks.map((webhook) => ({
          ...webhook,
          hears: translator.format.list(webhook.events.map(eventWord)),
        })),
      },
      status,
    );
  }
}
