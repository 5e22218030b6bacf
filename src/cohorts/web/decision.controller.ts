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
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  refusalTexts,
  answerForm,
  type FormState,
} from '../../platform/index.js';
import { MoveDecision } from '../actions/move-decision.js';
import { cohortIsUndecided, decisionIsStillAhead } from '../domain/move-rules.js';
import { type CohortHeader } from './cohort-header.js';
import { type MovedCohort, MovedCohorts } from './moved-cohort.js';
import { DecisionForm } from './cohort.form.js';

export interface DecisionPage {
  readonly header: CohortHeader;
  readonly form: FormView<DecisionForm>;
  readonly reasons: readonly string[];
  readonly confirmed: number;
}

const page = definePage<DecisionPage>('cohorts/decision/new');

@Controller('office/cohorts/:code/decision')
@Requires('cohort.manage')
export class DecisionController {
  constructor(
    private readonly cohorts: MovedCohorts,
    private readonly moveDecision: MoveDecision,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const cohort = await this.cohorts.of(context, code);
    return pageOf(context, cohort, { typed: typedFrom({ decisionOn: cohort.header.cohort.decisionOn }) });
  }

  @Post()
  async move(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = await this.cohorts.of(context, code);
    const { header } = cohort;
    return answerForm(readForm(DecisionForm, body, this.clock.today()), {
      act: ({ decisionOn }) => this.moveDecision.execute(context.actor, header.id, decisionOn),
      done: ({ day }) => seeOther(header.href, flash('cohort.decision_moved', { cohort: header.code, date: day })),
      again: (filling) => pageOf(context, cohort, filling),
    });
  }
}

function pageOf({ translator }: RequestContext, { header, facts }: MovedCohort, filling: FormState): Page {
  const reasons = [cohortIsUndecided(facts), decisionIsStillAhead(facts)].filter((one) => one !== null);
  return page({
    header,
    form: formView(DecisionForm, translator, filling),
    reasons: refusalTexts(translator, reasons.slice(0, 1)),
    confirmed: facts.confirmed,
  });
}
