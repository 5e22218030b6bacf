import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { ownEmployer } from '../../../employers/index.js';
import {
  type QueryFunction,
  ChoicesField,
  Clock,
  CurrentVisit,
  definePage,
  type FormView,
  formView,
  found,
  isRefused,
  looksLikeId,
  notice,
  type Page,
  pageAsked,
  type Pages,
  pagesOf,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  TextField,
  type Visit,
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
  async list(@CurrentVisit() visit: Visit): Promise<Page> {
    return this.page(visit);
  }

  @Post()
  async add(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<Page> {
    const read = readForm(WebhookForm, body, this.clock.today());
    if (!read.ok) return this.page(visit, { filling: read, status: 422 });
    const outcome = await this.keep.add(visit.actor, { employerId: await this.own(visit), ...read.form });
    if (isRefused(outcome))
      return this.page(visit, { filling: { typed: read.typed, refusals: outcome.reasons }, status: 422 });
    return this.page(visit, { made: { url: read.form.url, secret: outcome.secret }, status: 201 });
  }

  @Get(':id')
  async show(@CurrentVisit() visit: Visit, @Param('id') id: string, @Query('page') asked: unknown): Promise<Page> {
    const webhook = await this.known(visit, id);
    const { speaker } = visit;
    const count = await countDeliveries(this.query, webhook.id);
    const pages = pagesOf(visit.url, { page: pageAsked(asked), size: SIZE, count });
    const rows = await deliveriesOf(this.query, webhook.id, { limit: SIZE, offset: (pages.page - 1) * SIZE });
    return showPage({
      webhook,
      count,
      pages,
      deliveries: rows.map((row) => ({
        ...row,
        eventWord: speaker.say(`webhook.event.${row.event}`),
        faultWord: row.fault === null ? null : speaker.say(`webhook.fault.${row.fault}`),
      })),
    });
  }

  @Post(':id/test')
  async test(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    const webhook = await this.known(visit, id);
    await this.keep.test(visit.actor, webhook.id);
    return seeOther(`${BASE}/${webhook.id}`, notice('webhook.tested'));
  }

  @Post(':id/deliveries/:delivery/resending')
  async resend(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('delivery') delivery: string,
  ): Promise<SeeOther> {
    const webhook = await this.known(visit, id);
    await this.keep.resend(visit.actor, webhook.id, looksLikeId(delivery) ? delivery : webhook.id);
    return seeOther(`${BASE}/${webhook.id}`, notice('webhook.resent'));
  }

  @Get(':id/removal')
  async confirm(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    return removalPage({ webhook: await this.known(visit, id) });
  }

  @Post(':id/removal')
  async remove(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    const webhook = await this.known(visit, id);
    await this.keep.remove(visit.actor, webhook.id);
    return seeOther(BASE, notice('webhook.removed'));
  }

  private async own(visit: Visit): Promise<string> {
    return (await ownEmployer(this.query, visit)).id;
  }

  private async known(visit: Visit, id: string): Promise<WebhookRow> {
    return found((await webhooksOf(this.query, await this.own(visit))).find((webhook) => webhook.id === id));
  }

  private async page(
    visit: Visit,
    {
      filling = { typed: { url: '', events: [...WEBHOOK_EVENTS] } },
      made = null,
      status = 200,
    }: { filling?: Parameters<typeof formView>[2]; made?: IndexPage['made']; status?: number } = {},
  ): Promise<Page> {
    const { speaker } = visit;
    const eventWord = (event: string): string => speaker.say(`webhook.event.${event}`);
    const webhooks = await webhooksOf(this.query, await this.own(visit));
    const form = formView(WebhookForm, speaker, {
      ...filling,
      options: { events: WEBHOOK_EVENTS.map((event) => ({ value: event, label: eventWord(event) })) },
    });
    return indexPage(
      {
        form,
        made,
        webhooks: webhooks.map((webhook) => ({
          ...webhook,
          hears: speaker.format.list(webhook.events.map(eventWord)),
        })),
      },
      status,
    );
  }
}
