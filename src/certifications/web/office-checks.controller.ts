import { Controller, Get, Param, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { employerById } from '../../employers/index.js';
import { CurrentVisit, definePage, found, looksLikeId, type Page, Reads, type Visit } from '../../platform/index.js';
import { type WebhookStanding, webhookStandings } from '../data/webhooks/webhook-queries.js';
import { type Asked, CheckHistory, type CheckHistoryView } from './check-history.js';

interface OfficeChecksPage extends CheckHistoryView {
  readonly employer: { readonly id: string; readonly name: string };
  readonly base: string;
  readonly webhooks: readonly (WebhookStanding & { readonly address: string; readonly hears: string })[];
}

const page = definePage<OfficeChecksPage>('certifications/employer/office');

/** What an employer verified, by whichever way, and where its programs hear of changes: for the office to answer questions about. */
@Controller('office/employers/:id/verifications')
@Requires('employer.manage')
export class OfficeChecksController {
  constructor(private readonly history: CheckHistory, private readonly reads: Reads) {}

  @Get()
  async show(@CurrentVisit() visit: Visit, @Param('id') id: string, @Query() asked: Asked): Promise<Page> {
    const { speaker } = visit;
    const employer = found(looksLikeId(id) ? await employerById(this.reads, id) : null);
    const view = await this.history.page(visit, employer.id, asked);
    const webhooks = await webhookStandings((query) => this.reads.all(query), employer.id);
    return page({
      ...view, rows: view.rows.map((row) => ({ ...row, listHref: null })), employer: { id: employer.id, name: employer.name }, base: `/office/employers/${employer.id}/verifications`,
      webhooks: webhooks.map((one) => ({ ...one, address: withoutQuery(one.url), hears: speaker.format.list(one.events.map((event) => speaker.say(`webhook.event.${event}`))) })),
    });
  }
}

/** What stands behind the question mark may be a secret of the employer's. */
const withoutQuery = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';
