import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import {
  answerAct,
  calendarPartName,
  CONFIG,
  type Config,
  CurrentContext,
  definePage,
  FileAnswer,
  flash,
  found,
  IdParam,
  optionsOf,
  OUTBOX_STATES,
  type Page,
  type Pages,
  pagesOf,
  ReadDatabase,
  refusalFlash,
  type RequestContext,
  requestedPage,
  searchTextOf,
  seeOther,
  type SeeOther,
  type SelectOption,
  selectOptions,
  textOf,
} from '../../platform/index.js';
import { SendEmailAgain } from '../actions/send-email-again.js';
import { emailById, type EmailRow, outboxList, type WholeEmail } from '../data/outbox-list.js';
import { calendarWithoutSecrets, type EmailLine, linesOf } from './email-body.js';
import { Requires } from './requires.js';

type EmailView = EmailRow & { readonly stateWord: string };

export interface OutboxPage {
  readonly emails: readonly EmailView[];
  readonly count: number;
  readonly pages: Pages;
  readonly q: string;
  readonly states: readonly SelectOption[];
  readonly filtered: boolean;
  readonly isDelivered: boolean;
}

interface CalendarPartView {
  readonly name: string;
  readonly href: string;
  readonly methodText: string;
}

export interface EmailPage {
  readonly mail: Omit<WholeEmail, 'body' | 'calendar'> & { readonly stateWord: string };
  readonly lines: readonly EmailLine[];
  readonly isDelivered: boolean;
  readonly mayRetry: boolean;
  readonly calendarParts: readonly CalendarPartView[];
}

const outboxPage = definePage<OutboxPage>('accounts/outbox/index');
const emailPage = definePage<EmailPage>('accounts/outbox/show');
const SIZE = 50;

@Controller('office/outbox')
@Requires('outbox.read')
export class OutboxController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly sendEmailAgain: SendEmailAgain,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async index(
    @CurrentContext() { translator, url }: RequestContext,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const [q, state] = [searchTextOf(query['q']), textOf(query['state'])];
    const page = requestedPage(query['page']);
    const { rows, count } = await outboxList(this.reads, { q, state: isState(state) ? state : '', page, size: SIZE });
    return outboxPage({
      emails: rows.map((row) => ({ ...row, stateWord: translator.t(`outbox.state.${row.state}`) })),
      count,
      q,
      pages: pagesOf(url, { page, size: SIZE, count }),
      states: selectOptions(optionsOf(translator, 'outbox.state', OUTBOX_STATES), state),
      filtered: q !== '' || isState(state),
      isDelivered: this.isDelivered,
    });
  }

  @Get(':id')
  async show(@CurrentContext() { translator }: RequestContext, @IdParam() id: string): Promise<Page> {
    const { body, calendar, ...mail } = found(await emailById(this.reads, id));
    return emailPage({
      mail: { ...mail, stateWord: translator.t(`outbox.state.${mail.state}`) },
      lines: linesOf(body, this.config.publicUrl, this.isDelivered),
      isDelivered: this.isDelivered,
      mayRetry: this.isDelivered && (mail.state === 'pending' || mail.state === 'failed'),
      calendarParts: calendar.map(({ method }, at) => ({
        name: calendarPartName(at + 1),
        href: `/office/outbox/${id}/calendar/${at + 1}`,
        methodText: translator.t(`outbox.calendar.${method}`),
      })),
    });
  }

  @Get(':id/calendar/:number')
  async calendarPart(@IdParam() id: string, @Param('number') number: string): Promise<FileAnswer> {
    const { calendar } = found(await emailById(this.reads, id));
    const part = found(/^[1-9]\d{0,3}$/.test(number) ? calendar[Number(number) - 1] : null);
    return new FileAnswer(
      this.isDelivered ? calendarWithoutSecrets(part.text) : part.text,
      'text/calendar; charset=utf-8',
      {
        name: calendarPartName(Number(number)),
      },
    );
  }

  @Post(':id/delivery')
  async retry(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const page = `/office/outbox/${id}`;
    return answerAct(await this.sendEmailAgain.execute(context.actor, id), {
      done: () => seeOther(page, flash('outbox.retried')),
      again: (refusals) => seeOther(page, refusalFlash(refusals)),
    });
  }

  private get isDelivered(): boolean {
    return this.config.smtpUrl !== null;
  }
}

const isState = (text: string): boolean => OUTBOX_STATES.some((state) => state === text);
