import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  A_MINUTE,
  Clock,
  CurrentContext,
  dayOf,
  definePage,
  instantOf,
  monthsAfter,
  type Page,
  type RequestContext,
} from '../../../platform/index.js';
import { type SessionView, sessionView, TimetableReader } from '../../core/index.js';
import { AnswerLinks } from '../actions/answer-links.js';

export interface TeachingPage {
  readonly today: readonly TaughtView[];
  readonly ahead: readonly TaughtView[];
  readonly past: readonly TaughtView[];
  readonly none: boolean;
}

interface TaughtView extends SessionView {
  /** Address of the register, once it is open. */
  readonly registerHref: string | null;
  /** The instructor's answer; null once the session begins. */
  readonly answer: string | null;
  readonly answerHref: string;
}

const page = definePage<TeachingPage>('scheduling/sessions/teaching/index');
const MONTHS_BACK = 2;
const MOST_PAST = 30;
/** The register opens this long before a session begins. */
const BEFORE_THE_START = 30 * A_MINUTE;

/** An instructor's own sessions: today, ahead, past. */
@Controller('teaching')
@Requires('teaching.enter')
export class TeachingController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly links: AnswerLinks,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext): Promise<Page> {
    const now = this.clock.now();
    const today = this.clock.today();
    const from = instantOf(monthsAfter(today, -MONTHS_BACK), '00:00');
    const rows = await this.reader.sessions({ from, instructorAccountId: context.actor.id ?? '' });
    const taught = rows.map((row): TaughtView & { day: string } => {
      const own = row.instructors.find(({ accountId }) => accountId === context.actor.id);
      return {
        ...sessionView(context.translator, row, now),
        day: dayOf(row.startsAt),
        registerHref: row.startsAt - BEFORE_THE_START <= now ? `/sessions/${row.id}/register` : null,
        answer: row.state === 'planned' && row.startsAt > now ? (own?.answer ?? null) : null,
        answerHref: this.links.pathFor({
          sessionId: row.id,
          instructorId: own?.id ?? row.id,
          startsAt: row.startsAt,
          endsAt: row.endsAt,
        }),
      };
    });
    return page({
      today: taught.filter((one) => one.day === today),
      ahead: taught.filter((one) => one.day > today),
      past: taught
        .filter((one) => one.day < today)
        .reverse()
        .slice(0, MOST_PAST),
      none: taught.length === 0,
    });
  }
}
