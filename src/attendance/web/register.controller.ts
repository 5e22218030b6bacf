import { Body, Controller, Get, Post } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import {
  Clock,
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
  type Refusal,
  refusalText,
  refusalTexts,
  answerAct,
  refused,
} from '../../platform/index.js';
import { MarkAttendance } from '../actions/mark-attendance.js';
import {
  type EarlierMark,
  earlierMarks,
  type RegisterLine,
  registerOf,
  type SessionOfRegister,
  sessionOfRegister,
} from '../data/register.js';
import { registerBlockers } from '../domain/register-rules.js';
import { type LineView, lineViews, shownLines, typedRegister } from './register.form.js';

export interface RegisterPage {
  readonly session: SessionOfRegister;
  /** The marks that the register shows, sent along with it. */
  readonly seen: string;
  readonly lines: readonly LineView[];
  readonly reasons: readonly string[];
  readonly problems: readonly { readonly text: string; readonly href: string | null }[];
  readonly counts: Readonly<Record<'present' | 'late' | 'excused' | 'absent' | 'unmarked', number>>;
  readonly earlier: readonly (EarlierMark & { readonly markText: string })[];
  readonly backHref: string;
  readonly backText: string;
  readonly resultsHref: string;
}

const page = definePage<RegisterPage>('attendance/register/edit');

/** The register of one session: one form, one tap per person. */
@Controller('sessions/:id/register')
@Requires('attendance.mark')
export class RegisterController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly markAttendance: MarkAttendance,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    const session = await this.session(context, id);
    return this.page(context, session);
  }

  @Post()
  async mark(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const session = await this.session(context, id);
    const typed = typedRegister(body, await this.lines(id));
    // The register shows its own problems, each beside its row.
    const isWrong = typed.problems.length > 0;
    return answerAct(isWrong ? refused() : await this.markAttendance.execute(context.actor, id, typed.marks), {
      done: ({ unmarked, written }) =>
        seeOther(
          `/sessions/${id}/register`,
          unmarked > 0
            ? flash('register.saved_partly', { count: unmarked }, 'warning')
            : flash(written === 0 ? 'register.unchanged' : 'register.saved', { count: written }),
        ),
      again: (refusals) => this.page(context, session, { body, refusals }),
    });
  }

  /** Another instructor's session is answered like one that does not exist. */
  private async session({ actor }: RequestContext, id: string): Promise<SessionOfRegister> {
    const session = found(await sessionOfRegister(this.reads.query, id));
    return found(may(actor, 'attendance.mark', session) ? session : null);
  }

  private lines(id: string): Promise<RegisterLine[]> {
    return registerOf(this.reads.query, id);
  }

  private async page(
    context: RequestContext,
    session: SessionOfRegister,
    failed: { readonly body: unknown; readonly refusals: readonly Refusal[] } | null = null,
  ): Promise<Page> {
    const { translator } = context;
    const lines = await this.lines(session.id);
    const typed = failed && typedRegister(failed.body, lines);
    const views = lineViews(lines, typed, context);
    const earlier = await earlierMarks(this.reads.query, session.id);
    const reasons = registerBlockers({
      now: this.clock.now(),
      startsAt: session.startsAt,
      sessionState: session.state,
      cohort: session.cohort,
      cohortState: session.cohortState,
      expected: lines.length,
    });
    const isStaff = may(context.actor, 'office.enter');
    const of = (mark: string | null): number => lines.filter((line) => line.mark === mark).length;
    return page({
      session,
      seen: shownLines(lines),
      lines: views,
      reasons: refusalTexts(translator, reasons),
      problems: [
        // What forbids the register as a whole is shown above it anyway.
        ...(failed?.refusals ?? [])
          .filter(({ code }) => code === 'registerChangedMeanwhile')
          .map((one) => ({ text: refusalText(translator, one), href: null })),
        ...views.flatMap(({ name, error, enrolmentId }) =>
          error === null ? [] : [{ text: `${name}: ${error}`, href: `#reason-${enrolmentId}` }],
        ),
      ],
      counts: {
        present: of('present'),
        late: of('late'),
        excused: of('excused'),
        absent: of('absent'),
        unmarked: of(null),
      },
      earlier: earlier.map((one) => ({ ...one, markText: translator.t(`register.mark_${one.mark}`) })),
      backHref: isStaff ? `/office/cohorts/${session.cohort}/attendance` : '/teaching',
      backText: translator.t(isStaff ? 'register.back_office' : 'register.back_teaching'),
      resultsHref: isStaff
        ? `/office/cohorts/${session.cohort}/results`
        : `/teaching/cohorts/${session.cohort}/results`,
    });
  }
}
