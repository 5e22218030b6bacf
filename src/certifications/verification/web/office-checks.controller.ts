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
import { type HistoryQuery, CheckHistory, type CheckHistoryView } from './check-history.js';

export interface OfficeChecksPage extends CheckHistoryView {
  readonly employer: { readonly id: string; readonly name: string };
  readonly base: string;
  /** Texts of unseen alarms. */
  readonly alarms: readonly string[];
  readonly webhooks: readonly (WebhookStanding & { readonly address: string; readonly eventNames: string })[];
}

const page = definePage<OfficeChecksPage>('certifications/verification/employer/office');

/**
 * For the office: what an employer verified, on all channels, and its webhooks.
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
  async show(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Query() query: HistoryQuery,
  ): Promise<Page> {
    const { translator } = context;
    const employer = found(await employerById(this.reads, id));
    const view = await this.history.page(context, employer.id, query);
    const alarms = await alarmsOf(this.reads.query, employer.id);
    const webhooks = await webhookStandings(this.reads.query, employer.id);
    return page({
      ...view,
      rows: view.rows.map((row) => ({ ...row, listHref: null })),
      employer: { id: employer.id, name: employer.name },
      base: `/office/employers/${employer.id}/verifications`,
      alarms: alarms.map(({ reason, ...details }) => translator.t(`office_checks.alarm_${reason}`, details)),
      webhooks: webhooks.map((one) => ({
        ...one,
        address: withoutQuery(one.url),
        eventNames: translator.format.list(one.events.map((event) => translator.t(`webhook.event.${event}`))),
      })),
    });
  }

  @Post('seen')
  async seen(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    await this.seeAlarms.execute(context.actor, id);
    return seeOther(`/office/employers/${id}/verifications`, flash('office_checks.seen'));
  }
}

/** The query string may contain a secret of the employer. */
const withoutQuery = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';
