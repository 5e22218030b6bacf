import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerForm,
  Clock,
  CurrentContext,
  flash,
  formView,
  IdParam,
  type Page,
  ReadDatabase,
  readForm,
  refusalTexts,
  type RequestContext,
  seeOther,
  type SeeOther,
} from '../../platform/index.js';
import { WithdrawEnrolment } from '../actions/withdraw-enrolment.js';
import { withdrawalPage } from './enrolment.page.js';
import { visibleEnrolment, withdrawalBlockers } from './visible-enrolment.js';
import { WithdrawalForm } from './withdrawal.form.js';

/** A trainee leaves a cohort, by themselves or through the office. */
@Controller('enrolments/:id/withdrawal')
@Requires('enrolment.withdraw')
export class WithdrawalController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly withdraw: WithdrawEnrolment,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    const enrolment = await visibleEnrolment(this.reads.query, context.actor, id);
    return withdrawalPage({
      enrolment,
      form: formView(WithdrawalForm, context.translator),
      blockers: await withdrawalBlockers(this.reads.query, context, enrolment),
      waiting: enrolment.waiting,
    });
  }

  @Post()
  async create(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const enrolment = await visibleEnrolment(this.reads.query, context.actor, id);
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
}
