import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { ownEmployer } from '../../../employers/index.js';
import {
  type QueryFunction,
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  type Page,
  readForm,
  ReadDatabase,
  type RequestContext,
  answerForm,
  type FormState,
} from '../../../platform/index.js';
import { AddWebhook } from '../actions/add-webhook.js';
import { type WebhookRow, webhooksOf } from '../data/webhook-queries.js';
import { WEBHOOK_EVENTS } from '../domain/webhook.js';
import { WebhookForm } from './webhook.form.js';

export interface IndexPage {
  readonly form: FormView<WebhookForm>;
  readonly made: { readonly url: string; readonly secret: string } | null;
  readonly webhooks: readonly (WebhookRow & { readonly hears: string })[];
}

const indexPage = definePage<IndexPage>('certifications/webhooks/index');

/** Webhooks of an employer. */
@Controller('employer/webhooks')
@Requires('employer.self')
export class WebhooksController {
  private readonly query: QueryFunction;

  constructor(
    private readonly addWebhook: AddWebhook,
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
  add(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page> {
    return answerForm(readForm(WebhookForm, body, this.clock.today()), {
      act: async (form) => this.addWebhook.execute(context.actor, { employerId: await this.own(context), ...form }),
      done: async ({ secret }, { url }) => (await this.page(context, { made: { url, secret } })).withStatus(201),
      again: (filling) => this.page(context, { filling }),
    });
  }

  private async own(context: RequestContext): Promise<string> {
    return (await ownEmployer(this.query, context)).id;
  }

  private async page(
    context: RequestContext,
    {
      filling = { typed: { url: '', events: [...WEBHOOK_EVENTS] } },
      made = null,
    }: { filling?: FormState; made?: IndexPage['made'] } = {},
  ): Promise<Page> {
    const { translator } = context;
    const eventWord = (event: string): string => translator.t(`webhook.event.${event}`);
    const webhooks = await webhooksOf(this.query, await this.own(context));
    const form = formView(WebhookForm, translator, {
      ...filling,
      options: { events: WEBHOOK_EVENTS.map((event) => ({ value: event, label: eventWord(event) })) },
    });
    return indexPage({
      form,
      made,
      webhooks: webhooks.map((webhook) => ({
        ...webhook,
        hears: translator.format.list(webhook.events.map(eventWord)),
      })),
    });
  }
}
