import { Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { employerById } from '../../../employers/index.js';
import {
  CurrentContext,
  definePage,
  found,
  flash,
  type Page,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { type WebhookStanding, webhookStandings } from '../../webhooks/index.js';
import { SeeAlarms } from '../actions/see-alarms.js';
import { alarmsOf } from '../data/alarms.js';
import { type Asked, CheckHistory, type CheckHistoryView } from './check-history.js';

export interface OfficeChecksPage extends CheckHistoryView {
  readonly employer: { readonly id: string; readonly name: string };
  readonly base: string;
  /** Why the employer was told no more, in words; nobody has seen these. */
  readonly alarms: readonly string[];
  readonly webhooks: readonly (WebhookStanding & { readonly address: string; readonly hears: string })[];
}

const page = definePage<OfficeChecksPage>('certifications/verification/employer/office');

/**
 * What an employer verified, by whichever way, and where its programs hear of changes:
 * for the office to answer questions about.
 */
@Controller('office/employers/:id/verifications')
@Requires('employer.manage')
export class OfficeChecksController {
  constructor(
    private readonly history: CheckHistory,
    private readonly seeAlarms: SeeAlarms,
    private readonly reads: ReadDatabase,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string, @Query() asked: Asked): Promise<Page> {
    const { translator } = context;
    const employer = found(await employerById(this.reads, id));
    const view = await this.history.page(context, employer.id, asked);
    const alarms = await alarmsOf(this.reads.query, employer.id);
    const webhooks = await webhookStandings(this.reads.query, employer.id);
    return page({
      ...view,
      rows: view.rows.map((row) => ({ ...row, listHref: null })),
      employer: { id: employer.id, name: employer.name },
      base: `/office/employers/${employer.id}/verifications`,
      alarms: alarms.map(({ reason, ...told }) => translator.t(`office_checks.alarm_${reason}`, told)),
      webhooks: webhooks.map((one) => ({
        ...one,
        address: withoutQuery(one.url),
        hears: translator.format.list(one.events.map((event) => translator.t(`webhook.event.${event}`))),
      })),
    });
  }

  @Post('seen')
  async seen(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    await this.seeAlarms.execute(context.actor, id);
    return seeOther(`/office/employers/${id}/verifications`, flash('office_checks.seen'));
  }
}

/** What stands behind the question mark may be a secret of the employer's. */
const withoutQuery = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';
