import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  A_MINUTE,
  blockers,
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  MemoryThrottle,
  flash,
  OpenToAll,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  TooMany,
  type RequestContext,
  refusalText,
  answerForm,
} from '../../../platform/index.js';
import {
  nameIn,
  type SessionRow,
  type SessionView,
  sessionView,
  type TaughtBy,
  TimetableReader,
} from '../../core/index.js';
import { AnswerLinks, type QuestionSubject } from '../../sessions/index.js';
import { AnswerSession } from '../actions/answer-session.js';
import { SESSION_MAY_BE_ANSWERED } from '../domain/answer-rules.js';
import { AnswerForm } from './notification.form.js';

export interface AnswerPage {
  readonly at: string;
  readonly session: SessionView;
  readonly place: string | null;
  readonly name: string | null;
  readonly answer: string | null;
  readonly said: string | null;
  /** Why it cannot be answered. */
  readonly against: string | null;
  readonly form: FormView<AnswerForm>;
}

const page = definePage<AnswerPage>('scheduling/notifications/answers/show');
const LIMIT = { name: 'teaching-answers', most: 90, within: 10 * A_MINUTE };

interface Known {
  readonly token: string;
  readonly asked: QuestionSubject;
  readonly session: SessionRow;
  readonly teaching: TaughtBy | null;
  readonly against: Refusal | null;
}

/**
 * An instructor's answer from the mail, by a signed link.
 * Looking changes nothing: mail programs follow links by themselves.
 */
@Controller('teaching/answers')
@OpenToAll()
export class AnswersController {
  constructor(
    private readonly links: AnswerLinks,
    private readonly answers: AnswerSession,
    private readonly reader: TimetableReader,
    private readonly throttle: MemoryThrottle,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  async show(@CurrentContext() context: RequestContext, @Param('token') token: string): Promise<Page> {
    const known = await this.known(context, token);
    return page(
      answerPageOf(context, known, { form: formView(AnswerForm, context.translator), now: this.clock.now() }),
    );
  }

  @Post(':token')
  async answer(
    @CurrentContext() context: RequestContext,
    @Param('token') token: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const known = await this.known(context, token);
    const now = this.clock.now();
    const own = context.actor.id !== null && context.actor.id === known.teaching?.accountId;
    return answerForm(readForm(AnswerForm, body, this.clock.today()), {
      act: (form) => this.answers.execute(known.asked, form),
      done: ({ answer }) =>
        seeOther(own ? '/teaching' : this.links.pathFor(known.asked), flash(`answer.thanks_${answer}`)),
      // What forbids an answer stands on the page, as it is by now.
      again: async ({ refusals, ...filling }) => {
        const form = formView(AnswerForm, context.translator, filling);
        return page(answerPageOf(context, refusals ? await this.known(context, token) : known, { form, now }));
      },
    });
  }

  /** @throws NotFound for a link that this house never gave. */
  private async known(context: RequestContext, token: string): Promise<Known> {
    const wait = this.throttle.hit(LIMIT, context.ip);
    if (wait > 0) throw new TooMany(wait);
    const asked = found(this.links.read(token));
    const session = found(await this.reader.session(asked.sessionId));
    const teaching = session.instructors.find(({ id }) => id === asked.instructorId) ?? null;
    const [against] = blockers(SESSION_MAY_BE_ANSWERED, {
      now: this.clock.now(),
      session,
      teaches: teaching !== null,
      asked,
    });
    return { token, asked, session, teaching, against: against ?? null };
  }
}

export function answerPageOf(
  { translator }: RequestContext,
  { token, session, teaching, against }: Known,
  { form, now }: { readonly form: FormView<AnswerForm>; readonly now: number },
): AnswerPage {
  return {
    at: `/teaching/answers/${token}`,
    session: sessionView(translator, session, now),
    place: session.place && nameIn(translator, session.place),
    name: teaching && nameIn(translator, teaching.name),
    answer: teaching?.answer ?? null,
    said: teaching?.said ?? null,
    against: against && refusalText(translator, against),
    form,
  };
}
