import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerForm,
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
import { CancelCohort } from '../actions/cancel-cohort.js';
import { COHORT_ENROLMENTS, type CohortEnrolments, type SeatCounts } from '../domain/cohort-enrolments.js';
import { cancellationBlockers } from '../domain/move-rules.js';
import type { CohortHeader } from './cohort-header.js';
import { CancellationForm } from './cohort.form.js';
import { type MovedCohort, MovedCohorts } from './moved-cohort.js';

export interface CancellationPage {
  readonly header: CohortHeader;
  readonly reasons: readonly string[];
  readonly form: FormView<CancellationForm>;
  readonly counts: SeatCounts;
  readonly recipients: number;
  readonly sessions: number;
}

const page = definePage<CancellationPage>('cohorts/cancellation/new');

@Controller('office/cohorts/:code/cancellation')
@Requires('cohort.manage')
export class CancellationController {
  constructor(
    private readonly cohorts: MovedCohorts,
    private readonly cancelCohort: CancelCohort,
    @Inject(COHORT_ENROLMENTS) private readonly enrolments: CohortEnrolments,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.page(context, await this.cohorts.of(context, code));
  }

  @Post()
  async cancel(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = await this.cohorts.of(context, code);
    const { header } = cohort;
    return answerForm(readForm(CancellationForm, body, this.clock.today()), {
      act: ({ reason }) => this.cancelCohort.execute(context.actor, header.id, reason),
      done: ({ notified }) =>
        seeOther(
          header.href,
          notified === null
            ? flash('cohort.cancelled_before', {}, 'info')
            : flash('cohort.cancelled', { cohort: header.code, count: notified }),
        ),
      again: (filling) => this.page(context, cohort, filling),
    });
  }

  private async page(
    { translator }: RequestContext,
    { header, facts }: MovedCohort,
    filling: FormState = {},
  ): Promise<Page> {
    const counts = await this.enrolments.byState(header.id);
    return page({
      header,
      form: formView(CancellationForm, translator, filling),
      counts,
      recipients: counts.confirmed + counts.offered + counts.waitlisted,
      sessions: facts.sessions,
      reasons: refusalTexts(translator, cancellationBlockers(facts)),
    });
  }
}
