import { Body, Controller, Get, Post } from '@nestjs/common';
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
  isRefused,
  type Page,
  readForm,
  ReadDatabase,
  TextField,
  type RequestContext,
} from '../../../platform/index.js';
import { AddWebhook } from '../actions/add-webhook.js';
import { type WebhookRow, webhooksOf } from '../data/webhook-queries.js';
import { WEBHOOK_EVENTS } from '../domain/webhook.js';

export class WebhookForm {
  @TextField({ max: 500 }) url!: string;
  @ChoicesField(WEBHOOK_EVENTS) events!: string[];
}

export interface IndexPage {
  readonly form: FormView<WebhookForm>;
  readonly made: { readonly url: string; readonly secret: string } | null;
  readonly webhooks: readonly (WebhookRow & { readonly hears: string })[];
}

const indexPage = definePage<IndexPage>('certifications/webhooks/index');

/** Where an employer's programs hear of changes. */
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
  async add(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page> {
    const read = readForm(WebhookForm, body, this.clock.today());
    if (!read.ok) return this.page(context, { filling: read, status: 422 });
    const outcome = await this.addWebhook.execute(context.actor, { employerId: await this.own(context), ...read.form });
    if (isRefused(outcome))
      return this.page(context, { filling: { typed: read.typed, refusals: outcome.reasons }, status: 422 });
    return this.page(context, { made: { url: read.form.url, secret: outcome.secret }, status: 201 });
  }

  private async own(context: RequestContext): Promise<string> {
    return (await ownEmployer(this.query, context)).id;
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
