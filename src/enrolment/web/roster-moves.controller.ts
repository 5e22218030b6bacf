import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CodeField,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerAct,
  answerForm,
  refusalFlash,
  type Filling,
} from '../../platform/index.js';
import { Admit } from '../actions/admit.js';
import { Transfer } from '../actions/transfer.js';
import { type EnrolmentRow, enrolmentById } from '../data/own-enrolment.js';
import { destinationsFrom } from '../data/roster.js';

class TransferForm {
  @CodeField({ max: 40 }) cohortCode!: string;
}

export interface TransferPage {
  readonly enrolment: EnrolmentRow;
  readonly form: FormView<TransferForm>;
  readonly hasDestination: boolean;
}

const page = definePage<TransferPage>('enrolment/roster/transfer');

/** What a coordinator does with one line of a roster: a seat out of turn, or a move to another cohort. */
@Controller('office/enrolments/:id')
@Requires('roster.manage')
export class RosterMovesController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly admit: Admit,
    private readonly transfer: Transfer,
  ) {}

  @Post('admission')
  async give(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const enrolment = await this.known(id);
    const back = `/office/cohorts/${enrolment.cohortCode}/roster`;
    return answerAct(await this.admit.execute(context.actor, id), {
      done: () => seeOther(back, flash('roster.admitted', { name: enrolment.traineeName })),
      again: (refusals) => seeOther(back, refusalFlash(refusals)),
    });
  }

  @Get('transfer')
  async choose(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, await this.known(id));
  }

  @Post('transfer')
  async move(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const enrolment = await this.known(id);
    return answerForm(readForm(TransferForm, body, this.clock.today()), {
      act: ({ cohortCode }) => this.transfer.execute(context.actor, id, cohortCode),
      done: ({ from, state, place }, { cohortCode }) =>
        seeOther(
          `/office/cohorts/${from}/roster`,
          flash(`roster.moved_${state}`, { name: enrolment.traineeName, cohort: cohortCode, place: place ?? 0 }),
        ),
      again: (filling) => this.page(context, enrolment, filling),
    });
  }

  private async known(id: string): Promise<EnrolmentRow> {
    return found(await enrolmentById(this.reads, id));
  }

  private async page(context: RequestContext, enrolment: EnrolmentRow, filling: Filling = {}): Promise<Page> {
    const destinations = await destinationsFrom(this.reads, enrolment.cohortId, this.clock.today());
    const options = destinations.map(({ code, startsOn, taken, capacity }) => ({
      value: code,
      label: context.translator.t('roster.destination', { code, startsOn, taken, capacity }),
    }));
    const form = formView(TransferForm, context.translator, { ...filling, options: { cohortCode: options } });
    return page({ enrolment, form, hasDestination: options.length > 0 });
  }
}
