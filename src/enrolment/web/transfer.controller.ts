import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerForm,
  Clock,
  CurrentContext,
  type FormState,
  flash,
  formView,
  found,
  IdParam,
  type Page,
  ReadDatabase,
  readForm,
  type RequestContext,
  seeOther,
  type SeeOther,
} from '../../platform/index.js';
import { TransferEnrolment } from '../actions/transfer-enrolment.js';
import { type EnrolmentRow, enrolmentById } from '../data/own-enrolment.js';
import { destinationsFrom } from '../data/roster.js';
import { TransferForm } from './transfer.form.js';
import { transferPage } from './transfer.page.js';

/** Moves a trainee to another cohort of the same course. */
@Controller('office/enrolments/:id/transfer')
@Requires('roster.manage')
export class TransferController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly transfer: TransferEnrolment,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, found(await enrolmentById(this.reads.query, id)));
  }

  @Post()
  async create(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const enrolment = found(await enrolmentById(this.reads.query, id));
    return answerForm(readForm(TransferForm, body, this.clock.today()), {
      act: ({ cohortCode }) => this.transfer.execute(context.actor, id, cohortCode),
      done: ({ from, state, position }, { cohortCode }) =>
        seeOther(
          `/office/cohorts/${from}/roster`,
          flash(`roster.moved_${state}`, {
            name: enrolment.traineeName,
            cohort: cohortCode,
            position: position ?? 0,
          }),
        ),
      again: (filling) => this.page(context, enrolment, filling),
    });
  }

  private async page(context: RequestContext, enrolment: EnrolmentRow, filling: FormState = {}): Promise<Page> {
    const destinations = await destinationsFrom(this.reads.query, enrolment.cohortId, this.clock.today());
    const options = destinations.map(({ code, startsOn, taken, capacity }) => ({
      value: code,
      label: context.translator.t('roster.destination', { code, startsOn, taken, capacity }),
    }));
    const form = formView(TransferForm, context.translator, { ...filling, options: { cohortCode: options } });
    return transferPage({ enrolment, form, hasDestination: options.length > 0 });
  }
}
