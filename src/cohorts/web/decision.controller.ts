import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  refusalTexts,
  answerForm,
  type Filling,
} from '../../platform/index.js';
import { MoveDecision } from '../actions/move-decision.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { cohortIsUndecided, decisionIsStillAhead } from '../domain/move-rules.js';
import { type CohortHeader, CohortHeaders } from './cohort-header.js';
import { DecisionForm } from './cohort.form.js';

export interface DecisionPage {
  readonly header: CohortHeader;
  readonly form: FormView<DecisionForm>;
  readonly reasons: readonly string[];
  readonly confirmed: number;
}

const page = definePage<DecisionPage>('cohorts/decision/new');

/** Moving the day on which it is decided whether a cohort runs. */
@Controller('office/cohorts/:code/decision')
@Requires('cohort.manage')
export class DecisionController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly moveFacts: MoveFactsReader,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly moveDecision: MoveDecision,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const header = await this.header(context, code);
    return this.page(context, header, { typed: typedFrom({ decisionOn: header.cohort.decisionOn }) });
  }

  @Post()
  async move(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const header = await this.header(context, code);
    return answerForm(readForm(DecisionForm, body, this.clock.today()), {
      act: ({ decisionOn }) => this.moveDecision.execute(context.actor, header.id, decisionOn),
      done: ({ day }) => seeOther(header.href, flash('cohort.decision_moved', { cohort: header.code, date: day })),
      again: (filling) => this.page(context, header, filling),
    });
  }

  private header(context: RequestContext, code: string): Promise<CohortHeader> {
    return this.headers.of(context, { code, tab: 'overview' });
  }

  private async page(context: RequestContext, header: CohortHeader, filling: Filling): Promise<Page> {
    const facts = await this.moveFacts.read(this.reads.query, header.id, this.clock.now());
    const reasons = [cohortIsUndecided(facts), decisionIsStillAhead(facts)].filter((one) => one !== null);
    return page({
      header,
      form: formView(DecisionForm, context.translator, filling),
      reasons: refusalTexts(context.translator, reasons.slice(0, 1)),
      confirmed: facts.confirmed,
    });
  }
}
