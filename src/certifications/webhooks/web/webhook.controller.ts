import { Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  type QueryFunction,
  CurrentContext,
  definePage,
  flash,
  type Page,
  requestedPage,
  type Pages,
  pagesOf,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { ResendDelivery } from '../actions/resend-delivery.js';
import { TestWebhook } from '../actions/test-webhook.js';
import { countDeliveries, deliveriesOf, type DeliveryRow, type WebhookRow } from '../data/webhook-queries.js';
import { ownWebhook, WEBHOOKS } from './own-webhook.js';

export interface ShowPage {
  readonly webhook: WebhookRow;
  readonly deliveries: readonly (DeliveryRow & { readonly eventWord: string; readonly faultWord: string | null })[];
  readonly count: number;
  readonly pages: Pages;
}

const showPage = definePage<ShowPage>('certifications/webhooks/show');
const SIZE = 50;

/** One webhook: its deliveries, resending and tests. */
@Controller('employer/webhooks/:id')
@Requires('employer.self')
export class WebhookController {
  private readonly query: QueryFunction;

  constructor(
    private readonly testWebhook: TestWebhook,
    private readonly resendDelivery: ResendDelivery,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  @Get()
  async show(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Query('page') page: unknown,
  ): Promise<Page> {
    const webhook = await ownWebhook(this.query, context, id);
    const { translator } = context;
    const count = await countDeliveries(this.query, webhook.id);
    const pages = pagesOf(context.url, { page: requestedPage(page), size: SIZE, count });
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

  @Post('test')
  async test(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const webhook = await ownWebhook(this.query, context, id);
    await this.testWebhook.execute(context.actor, webhook.id);
    return seeOther(`${WEBHOOKS}/${webhook.id}`, flash('webhook.tested'));
  }

  @Post('deliveries/:delivery/resending')
  async resend(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('delivery') delivery: string,
  ): Promise<SeeOther> {
    const webhook = await ownWebhook(this.query, context, id);
    await this.resendDelivery.execute(context.actor, webhook.id, delivery);
    return seeOther(`${WEBHOOKS}/${webhook.id}`, flash('webhook.resent'));
  }
}
