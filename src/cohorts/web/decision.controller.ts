import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  isRefused,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  refusalTexts,
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

type Filling = Parameters<typeof formView<DecisionForm>>[2];
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
    const read = readForm(DecisionForm, body, this.clock.today());
    if (!read.ok) return this.page(context, header, read);
    const outcome = await this.moveDecision.execute(context.actor, header.id, read.form.decisionOn);
    if (isRefused(outcome)) return this.page(context, header, { typed: read.typed, refusals: outcome.reasons });
    return seeOther(header.href, flash('cohort.decision_moved', { cohort: header.code, date: outcome.day }));
  }

  private header(context: RequestContext, code: string): Promise<CohortHeader> {
    return this.headers.of(context, { code, tab: 'overview' });
  }

  private async page(context: RequestContext, header: CohortHeader, filling: Filling): Promise<Page> {
    const facts = await this.moveFacts.read(this.reads.query, header.id, this.clock.now());
    const reasons = [cohortIsUndecided(facts), decisionIsStillAhead(facts)].filter((one) => one !== null);
    const form = formView(DecisionForm, context.translator, filling);
    return page(
      { header, form, reasons: refusalTexts(context.translator, reasons.slice(0, 1)), confirmed: facts.confirmed },
      form.summary.length > 0 ? 422 : 200,
    );
  }
}
