import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import { phaseOf } from '../../cohorts/index.js';
import {
  Clock,
  CurrentContext,
  dayOf,
  found,
  flash,
  OpenToAll,
  type Page,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  refusalTexts,
  answerAct,
  type Refusal,
} from '../../platform/index.js';
import { traineeOf } from '../../trainees/index.js';
import { EnrolSelf } from '../actions/enrol-self.js';
import { cohortFacts } from '../data/cohort-facts.js';
import { type CohortPageRow, publicCohort, publicSessionsOf } from '../data/cohort-page.js';
import { prerequisitesOf } from '../data/course-page.js';
import { enrolFacts } from '../data/enrol-facts.js';
import { ownEnrolmentIn } from '../data/own-enrolment.js';
import { PREREQUISITES, type Prerequisites } from '../domain/prerequisites.js';
import { isOpenForEnrolment, mayEnrol } from '../domain/enrolment-rules.js';
import { closedPanel, cohortPage, type EnrolPanel, sessionLine } from './cohort.page.js';
import { linesOf, seatsSentence, windowSentence } from './catalogue.page.js';

/** A cohort's public page, and enrolment in it. */
@Controller('cohorts/:code')
export class CohortController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly enrol: EnrolSelf,
    @Inject(PREREQUISITES) private readonly prerequisites: Prerequisites,
  ) {}

  @Get()
  @OpenToAll()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.page(context, found(await publicCohort(this.reads.query, code)));
  }

  /** Idempotent: a second request redirects to the existing enrolment. */
  @Post('enrolments')
  @Requires('enrolment.make')
  async create(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const cohort = found(await publicCohort(this.reads.query, code));
    return answerAct(await this.enrol.execute(context.actor, cohort.code), {
      done: ({ id, state, position }) =>
        seeOther(
          `/enrolments/${id}`,
          flash(`enrolment.made_${state}`, { cohort: cohort.code, position: position ?? 0 }),
        ),
      again: async (refusals) => {
        const own = await ownEnrolmentIn(this.reads.query, cohort.id, context.actor.id ?? '');
        return own
          ? seeOther(`/enrolments/${own.id}`, flash('enrolment.already', { cohort: cohort.code }, 'info'))
          : this.page(context, cohort, refusals);
      },
    });
  }

  private async page(context: RequestContext, cohort: CohortPageRow, refusals: readonly Refusal[] = []): Promise<Page> {
    const { translator } = context;
    const seats = seatsSentence(cohort, translator);
    const sessions = await publicSessionsOf(this.reads.query, cohort.id);
    return cohortPage({
      cohort,
      sessions: sessions.map((one) => sessionLine(one, context)),
      prerequisites: await prerequisitesOf(this.reads.query, cohort.courseId),
      outcomes: linesOf(context, cohort.outcomesZh, cohort.outcomesEn),
      stateWord: translator.t(`catalogue.state.${phaseOf(cohort, dayOf(context.at))}`),
      phase: phaseOf(cohort, dayOf(context.at)),
      deliveryWord: translator.t(`catalogue.delivery.${cohort.delivery}`),
      full: seats.full,
      seatsText: seats.text,
      enrolText: windowSentence(cohort, translator, this.clock.now()),
      enrolPanel: await this.enrolPanel(context, cohort, seats.full),
      refusals: refusalTexts(translator, refusals),
    });
  }

  /** What the visitor can do here now, or why not. */
  private async enrolPanel(context: RequestContext, cohort: CohortPageRow, full: boolean): Promise<EnrolPanel> {
    const { actor, translator } = context;
    const closed = closedPanel(cohort.code, full);
    const own = actor.id === null ? null : await ownEnrolmentIn(this.reads.query, cohort.id, actor.id);
    if (own)
      return {
        ...closed,
        kind: 'own',
        enrolmentId: own.id,
        state: own.state,
        stateWord: translator.t(`enrolment.state.${own.state}`),
      };
    const facts = found(await cohortFacts(this.reads.query, cohort.id));
    const now = this.clock.now();
    if (!isOpenForEnrolment(facts, now)) return closed;
    if (actor.id === null) return { ...closed, kind: 'visitor' };
    if (!may(actor, 'trainee.self')) return { ...closed, kind: 'staff' };
    const trainee = await traineeOf(this.reads.query, actor.id);
    if (!trainee) return { ...closed, kind: 'staff' };
    const attempt = { cohort: facts, traineeId: trainee.id, byStaff: false, now };
    const blockers = mayEnrol(await enrolFacts(this.reads.query, this.prerequisites, attempt));
    return {
      ...closed,
      kind: blockers.length > 0 ? 'blocked' : 'open',
      reasons: refusalTexts(translator, blockers),
    };
  }
}
