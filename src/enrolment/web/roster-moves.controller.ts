import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CodeField,
  CurrentContext,
  definePage,
  type FieldFault,
  type FormView,
  formView,
  found,
  isRefused,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type Typed,
  type RequestContext,
  IdParam,
} from '../../platform/index.js';
import { Admit } from '../actions/admit.js';
import { Transfer } from '../actions/transfer.js';
import { type EnrolmentRow, enrolmentById } from '../data/own-enrolment.js';
import { destinationsFrom } from '../data/roster.js';

interface Filling {
  readonly typed: Typed;
  readonly faults?: readonly FieldFault[];
  readonly refusals: readonly Refusal[];
}

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
    const outcome = await this.admit.execute(context.actor, id);
    const back = `/office/cohorts/${enrolment.cohortCode}/roster`;
    const [reason] = isRefused(outcome) ? outcome.reasons : [];
    return seeOther(
      back,
      reason
        ? flash(`refusal.${reason.code}`, reason.data, 'warning')
        : flash('roster.admitted', { name: enrolment.traineeName }),
    );
  }

  @Get('transfer')
  async choose(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, await this.known(id), { typed: {}, refusals: [] });
  }

  @Post('transfer')
  async move(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const enrolment = await this.known(id);
    const read = readForm(TransferForm, body, this.clock.today());
    if (!read.ok) return this.page(context, enrolment, { typed: read.typed, faults: read.faults, refusals: [] });
    const outcome = await this.transfer.execute(context.actor, id, read.form.cohortCode);
    if (isRefused(outcome)) return this.page(context, enrolment, { typed: read.typed, refusals: outcome.reasons });
    const values = { name: enrolment.traineeName, cohort: read.form.cohortCode, place: outcome.place ?? 0 };
    return seeOther(`/office/cohorts/${outcome.from}/roster`, flash(`roster.moved_${outcome.state}`, values));
  }

  private async known(id: string): Promise<EnrolmentRow> {
    return found(await enrolmentById(this.reads, id));
  }

  private async page(context: RequestContext, enrolment: EnrolmentRow, filling: Filling): Promise<Page> {
    const destinations = await destinationsFrom(this.reads, enrolment.cohortId, this.clock.today());
    const options = destinations.map(({ code, startsOn, taken, capacity }) => ({
      value: code,
      label: context.translator.t('roster.destination', { code, startsOn, taken, capacity }),
    }));
    const form = formView(TransferForm, context.translator, { ...filling, options: { cohortCode: options } });
    return page({ enrolment, form, hasDestination: options.length > 0 }, form.summary.length > 0 ? 422 : 200);
  }
}
