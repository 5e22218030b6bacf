import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerAct,
  Clock,
  CurrentContext,
  definePage,
  type FormState,
  type FormView,
  formView,
  flash,
  type Page,
  readForm,
  refusalTexts,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../platform/index.js';
import { ConfirmCohort } from '../actions/confirm-cohort.js';
import { confirmationBlockers } from '../domain/move-rules.js';
import type { CohortHeader } from './cohort-header.js';
import { ConfirmationForm } from './cohort.form.js';
import { type MovedCohort, MovedCohorts } from './moved-cohort.js';

export interface ConfirmationPage {
  readonly header: CohortHeader;
  readonly reasons: readonly string[];
  readonly form: FormView<ConfirmationForm>;
  readonly confirmed: number;
  readonly least: number;
  readonly isSmall: boolean;
}

const page = definePage<ConfirmationPage>('cohorts/confirmation/new');

@Controller('office/cohorts/:code/confirmation')
@Requires('cohort.manage')
export class ConfirmationController {
  constructor(
    private readonly cohorts: MovedCohorts,
    private readonly confirmCohort: ConfirmCohort,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return pageOf(context, await this.cohorts.of(context, code));
  }

  @Post()
  async confirm(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = await this.cohorts.of(context, code);
    const { header } = cohort;
    const read = readForm(ConfirmationForm, body, this.clock.today());
    const acknowledged = read.ok && read.form.acknowledged;
    return answerAct(await this.confirmCohort.execute(context.actor, header.id, { acknowledged }), {
      done: () => seeOther(header.href, flash('cohort.confirmed', { cohort: header.code })),
      again: (refusals) => pageOf(context, cohort, { typed: read.typed, refusals }),
    });
  }
}

function pageOf({ translator }: RequestContext, { header, facts }: MovedCohort, filling: FormState = {}): Page {
  const least = facts.cohort.leastEnrolment;
  return page({
    header,
    form: formView(ConfirmationForm, translator, filling),
    reasons: refusalTexts(translator, confirmationBlockers(facts)),
    confirmed: facts.confirmed,
    least,
    isSmall: facts.confirmed < least,
  });
}
