import { Controller, Get, Inject, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerAct,
  CurrentContext,
  flash,
  IdParam,
  type Page,
  ReadDatabase,
  type Refusal,
  refusalTexts,
  type RequestContext,
  seeOther,
  type SeeOther,
} from '../../platform/index.js';
import { AcceptOffer } from '../actions/accept-offer.js';
import { publicSessionsOf } from '../data/cohort-page.js';
import { type EnrolmentRow, eventsOf } from '../data/own-enrolment.js';
import { PREREQUISITES, type Prerequisites } from '../domain/prerequisites.js';
import { NOT_ENDED } from '../domain/states.js';
import { sessionLine } from './cohort.page.js';
import { enrolmentPage } from './enrolment.page.js';
import { acceptanceBlockers, visibleEnrolment, withdrawalBlockers } from './visible-enrolment.js';

/** One trainee's enrolment: its state and history, and the answer to a seat offer. */
@Controller('enrolments/:id')
export class EnrolmentsController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly acceptOffer: AcceptOffer,
    @Inject(PREREQUISITES) private readonly prerequisites: Prerequisites,
  ) {}

  @Get()
  @Requires('enrolment.read')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, await visibleEnrolment(this.reads.query, context.actor, id));
  }

  @Post('acceptance')
  @Requires('enrolment.answerOffer')
  async accept(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    return answerAct(await this.acceptOffer.execute(context.actor, id), {
      done: ({ cohortCode }) => seeOther(`/enrolments/${id}`, flash('enrolment.accepted', { cohort: cohortCode })),
      again: async (refusals) =>
        this.page(context, await visibleEnrolment(this.reads.query, context.actor, id), refusals),
    });
  }

  private async page(
    context: RequestContext,
    enrolment: EnrolmentRow,
    refusals: readonly Refusal[] = [],
  ): Promise<Page> {
    const { translator } = context;
    const blockers = await withdrawalBlockers(this.reads.query, context, enrolment);
    const hasEnded = !NOT_ENDED.includes(enrolment.state);
    const sessions = await publicSessionsOf(this.reads.query, enrolment.cohortId);
    const events = await eventsOf(this.reads.query, enrolment.id);
    return enrolmentPage({
      enrolment,
      stateWord: translator.t(`enrolment.state.${enrolment.state}`),
      sessions: sessions.map((one) => sessionLine(one, context)),
      history: events.map(({ at, kind }) => ({
        at,
        title: translator.t(`enrolment.event.${kind}`),
        detail: null,
        by: null,
        state: null,
      })),
      offerBlockers:
        refusals.length > 0
          ? []
          : await acceptanceBlockers(this.reads.query, this.prerequisites, { context, enrolment }),
      canWithdraw: !hasEnded && blockers.length === 0,
      withdrawalBlockers: hasEnded ? [] : blockers,
      refusals: refusalTexts(translator, refusals),
    });
  }
}
