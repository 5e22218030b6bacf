import { Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  type QueryFunction,
  CurrentContext,
  definePage,
  flash,
  type Page,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { RemoveWebhook } from '../actions/remove-webhook.js';
import type { WebhookRow } from '../data/webhook-queries.js';
import { ownWebhook, WEBHOOKS } from './own-webhook.js';

const removalPage = definePage<{ readonly webhook: WebhookRow }>('certifications/webhooks/removal');

@Controller('employer/webhooks/:id/removal')
@Requires('employer.self')
export class WebhookRemovalController {
  private readonly query: QueryFunction;

  constructor(
    private readonly removeWebhook: RemoveWebhook,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  @Get()
  async confirm(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return removalPage({ webhook: await ownWebhook(this.query, context, id) });
  }

  @Post()
  async remove(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const webhook = await ownWebhook(this.query, context, id);
    await this.removeWebhook.execute(context.actor, webhook.id);
    return seeOther(WEBHOOKS, flash('webhook.removed'));
  }
}
