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
  /** Why no answer is possible; null otherwise. */
  readonly against: string | null;
  readonly form: FormView<AnswerForm>;
}

const page = definePage<AnswerPage>('scheduling/notifications/answers/show');
const LIMIT = { name: 'teaching-answers', most: 90, within: 10 * A_MINUTE };

interface AnswerRequest {
  readonly token: string;
  readonly question: QuestionSubject;
  readonly session: SessionRow;
  readonly teaching: TaughtBy | null;
  readonly against: Refusal | null;
}

/**
 * An instructor's answer by a signed link in an email. GET changes nothing, because email programs open links by
 * themselves.
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
    const target = await this.load(context, token);
    return page(
      answerPageOf(context, target, { form: formView(AnswerForm, context.translator), now: this.clock.now() }),
    );
  }

  @Post(':token')
  async answer(
    @CurrentContext() context: RequestContext,
    @Param('token') token: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const target = await this.load(context, token);
    const now = this.clock.now();
    const own = context.actor.id !== null && context.actor.id === target.teaching?.accountId;
    return answerForm(readForm(AnswerForm, body, this.clock.today()), {
      act: (form) => this.answers.execute(target.question, form),
      done: ({ answer }) =>
        seeOther(own ? '/teaching' : this.links.pathFor(target.question), flash(`answer.thanks_${answer}`)),
      // The page reloads the session and shows the refusal itself.
      again: async ({ refusals, ...filling }) => {
        const form = formView(AnswerForm, context.translator, filling);
        return page(answerPageOf(context, refusals ? await this.load(context, token) : target, { form, now }));
      },
    });
  }

  /** @throws NotFound for a forged link */
  private async load(context: RequestContext, token: string): Promise<AnswerRequest> {
    const wait = this.throttle.hit(LIMIT, context.ip);
    if (wait > 0) throw new TooMany(wait);
    const question = found(this.links.read(token));
    const session = found(await this.reader.session(question.sessionId));
    const teaching = session.instructors.find(({ id }) => id === question.instructorId) ?? null;
    const [against] = blockers(SESSION_MAY_BE_ANSWERED, {
      now: this.clock.now(),
      session,
      teaches: teaching !== null,
      question,
    });
    return { token, question, session, teaching, against: against ?? null };
  }
}

export function answerPageOf(
  { translator }: RequestContext,
  { token, session, teaching, against }: AnswerRequest,
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
