import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import {
  calendarPartName,
  CONFIG,
  type Config,
  CurrentVisit,
  definePage,
  FileAnswer,
  found,
  isRefused,
  looksLikeId,
  notice,
  optionsOf,
  OUTBOX_STATES,
  type Page,
  pageAsked,
  type Pages,
  pagesOf,
  ReadDatabase,
  seeOther,
  type SeeOther,
  textOf,
  type Visit,
} from '../../platform/index.js';
import { SendLetterAgain } from '../actions/send-letter-again.js';
import { letterById, type LetterRow, outboxList, type WholeLetter } from '../data/outbox-list.js';
import { type Choosable, choosable } from './accounts.pages.js';
import { type LetterLine, linesOf, withoutSecrets } from './letter-lines.js';
import { Requires } from './requires.js';

type LetterView = LetterRow & { readonly stateWord: string };

interface OutboxPage {
  readonly letters: readonly LetterView[];
  readonly count: number;
  readonly pages: Pages;
  readonly q: string;
  readonly states: readonly Choosable[];
  readonly filtered: boolean;
  readonly isDelivered: boolean;
}

interface CalendarPartView {
  readonly name: string;
  readonly href: string;
  readonly methodSaid: string;
}

interface LetterPage {
  readonly letter: Omit<WholeLetter, 'body' | 'calendar'> & { readonly stateWord: string };
  readonly lines: readonly LetterLine[];
  readonly isDelivered: boolean;
  readonly mayRetry: boolean;
  readonly calendarParts: readonly CalendarPartView[];
}

const outboxPage = definePage<OutboxPage>('accounts/outbox/index');
const letterPage = definePage<LetterPage>('accounts/outbox/show');
const SIZE = 50;

@Controller('office/outbox')
@Requires('outbox.read')
export class OutboxController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly sendLetterAgain: SendLetterAgain,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async index(@CurrentVisit() { speaker, url }: Visit, @Query() query: Record<string, unknown>): Promise<Page> {
    const [q, state] = [textOf(query['q']).trim().slice(0, 100), textOf(query['state'])];
    const page = pageAsked(query['page']);
    const { rows, count } = await outboxList(this.reads, { q, state: isState(state) ? state : '', page, size: SIZE });
    return outboxPage({
      letters: rows.map((row) => ({ ...row, stateWord: speaker.say(`outbox.state.${row.state}`) })),
      count,
      q,
      pages: pagesOf(url, { page, size: SIZE, count }),
      states: choosable(optionsOf(speaker, 'outbox.state', OUTBOX_STATES), state),
      filtered: q !== '' || isState(state),
      isDelivered: this.isDelivered,
    });
  }

  @Get(':id')
  async show(@CurrentVisit() { speaker }: Visit, @Param('id') id: string): Promise<Page> {
    const { body, calendar, ...letter } = found(looksLikeId(id) ? await letterById(this.reads, id) : null);
    return letterPage({
      letter: { ...letter, stateWord: speaker.say(`outbox.state.${letter.state}`) },
      lines: linesOf(body, this.config.publicUrl, this.isDelivered),
      isDelivered: this.isDelivered,
      mayRetry: this.isDelivered && (letter.state === 'pending' || letter.state === 'failed'),
      calendarParts: calendar.map(({ method }, at) => ({
        name: calendarPartName(at + 1),
        href: `/office/outbox/${id}/calendar/${at + 1}`,
        methodSaid: speaker.say(`outbox.calendar.${method}`),
      })),
    });
  }

  @Get(':id/calendar/:number')
  async calendarPart(@Param('id') id: string, @Param('number') number: string): Promise<FileAnswer> {
    const { calendar } = found(looksLikeId(id) ? await letterById(this.reads, id) : null);
    const part = found(/^[1-9]\d{0,3}$/.test(number) ? calendar[Number(number) - 1] : null);
    return new FileAnswer(this.isDelivered ? withoutSecrets(part.text) : part.text, 'text/calendar; charset=utf-8', {
      name: calendarPartName(Number(number)),
    });
  }

  @Post(':id/delivery')
  async retry(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    found(looksLikeId(id) ? id : null);
    const outcome = await this.sendLetterAgain.of(visit.actor, id);
    const [first] = isRefused(outcome) ? outcome.reasons : [];
    return seeOther(
      `/office/outbox/${id}`,
      first ? notice(`refusal.${first.code}`, first.data, 'warning') : notice('outbox.retried'),
    );
  }

  private get isDelivered(): boolean {
    return this.config.smtpUrl !== null;
  }
}

const isState = (text: string): boolean => OUTBOX_STATES.some((state) => state === text);
