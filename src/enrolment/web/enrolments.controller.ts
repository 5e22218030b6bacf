import { Body, Controller, Get, Post } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  flash,
  NotFound,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  TextField,
  type RequestContext,
  IdParam,
  refusalTexts,
  answerAct,
  answerForm,
  type Refusal,
} from '../../platform/index.js';
import { AcceptOffer } from '../actions/accept-offer.js';
import { Withdraw } from '../actions/withdraw.js';
import { cohortFacts } from '../data/cohort-facts.js';
import { publicSessionsOf } from '../data/cohort-page.js';
import { type EnrolmentRow, enrolmentById, eventsOf } from '../data/own-enrolment.js';
import { mayWithdraw } from '../domain/rules.js';
import { sessionLine, type SessionLine } from './cohort.page.js';

export interface EnrolmentPage {
  readonly enrolment: EnrolmentRow;
  readonly stateWord: string;
  readonly sessions: readonly SessionLine[];
  readonly history: readonly {
    at: number;
    title: string;
    detail: string | null;
    by: string | null;
    state: string | null;
  }[];
  readonly canWithdraw: boolean;
  readonly whyNot: readonly string[];
  readonly refusals: readonly string[];
}

class WithdrawalForm {
  @TextField({ max: 200, optional: true }) reason!: string | null;
}

export interface WithdrawalPage {
  readonly enrolment: EnrolmentRow;
  readonly form: FormView<WithdrawalForm>;
  readonly blockers: readonly string[];
  readonly waiting: number;
}

const page = definePage<EnrolmentPage>('enrolment/enrolment/show');
const withdrawalPage = definePage<WithdrawalPage>('enrolment/enrolment/withdrawal');

/** One's own place in a cohort: how it stands, and the two things that can be done about it. */
@Controller('enrolments/:id')
export class EnrolmentsController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly withdraw: Withdraw,
    private readonly acceptOffer: AcceptOffer,
  ) {}

  @Get()
  @Requires('enrolment.read')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, await this.visible(context, id));
  }

  @Post('acceptance')
  @Requires('enrolment.answerOffer')
  async accept(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    return answerAct(await this.acceptOffer.execute(context.actor, id), {
      done: ({ cohortCode }) => seeOther(`/enrolments/${id}`, flash('enrolment.accepted', { cohort: cohortCode })),
      again: async (refusals) => this.page(context, await this.visible(context, id), refusals),
    });
  }

  @Get('withdrawal')
  @Requires('enrolment.withdraw')
  async considerWithdrawal(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    const enrolment = await this.visible(context, id);
    return withdrawalPage({
      enrolment,
      form: formView(WithdrawalForm, context.translator),
      blockers: await this.blockers(context, enrolment),
      waiting: enrolment.waiting,
    });
  }

  @Post('withdrawal')
  @Requires('enrolment.withdraw')
  async leave(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const enrolment = await this.visible(context, id);
    const isOwn = enrolment.accountId === context.actor.id;
    return answerForm(readForm(WithdrawalForm, body, this.clock.today()), {
      act: ({ reason }) => this.withdraw.execute(context.actor, id, reason),
      done: ({ cohortCode }) =>
        seeOther(
          isOwn ? '/my/training' : `/office/cohorts/${cohortCode}/roster`,
          flash('enrolment.withdrawn_done', { cohort: cohortCode }),
        ),
      again: ({ refusals = [], ...filling }) =>
        withdrawalPage({
          enrolment,
          form: formView(WithdrawalForm, context.translator, filling),
          blockers: refusalTexts(context.translator, refusals),
          waiting: enrolment.waiting,
        }),
    });
  }

  /** @throws NotFound for an enrolment that is not this person's to see. */
  private async visible({ actor }: RequestContext, id: string): Promise<EnrolmentRow> {
    const enrolment = found(await enrolmentById(this.reads, id));
    if (!may(actor, 'enrolment.read', { ownerIds: [enrolment.accountId] })) throw new NotFound();
    return enrolment;
  }

  private async blockers(context: RequestContext, enrolment: EnrolmentRow): Promise<string[]> {
    const cohort = found(await cohortFacts(this.reads.query, enrolment.cohortId));
    const reasons = mayWithdraw({
      now: this.clock.now(),
      state: enrolment.state,
      cohort,
      byStaff: may(context.actor, 'roster.manage'),
    });
    return refusalTexts(context.translator, reasons);
  }

  private async page(
    context: RequestContext,
    enrolment: EnrolmentRow,
    refusals: readonly Refusal[] = [],
  ): Promise<Page> {
    const whyNot = await this.blockers(context, enrolment);
    const isLive = ['waitlisted', 'offered', 'confirmed'].includes(enrolment.state);
    const [sessions, events] = [
      await publicSessionsOf(this.reads, enrolment.cohortId),
      await eventsOf(this.reads, enrolment.id),
    ];
    return page({
      enrolment,
      stateWord: context.translator.t(`enrolment.state.${enrolment.state}`),
      sessions: sessions.map((one) => sessionLine(one, context)),
      history: events.map((one) => ({
        at: one.at,
        title: context.translator.t(`enrolment.event.${one.kind}`),
        detail: null,
        by: null,
        state: null,
      })),
      canWithdraw: isLive && whyNot.length === 0,
      whyNot: isLive ? whyNot : [],
      refusals: refusalTexts(context.translator, refusals),
    });
  }
}
