import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FieldFault,
  type FormView,
  formView,
  found,
  isRefused,
  flash,
  optionsOf,
  type Page,
  readForm,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type Typed,
  typedFrom,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { certificateById, REPLACEMENT_CLASSES } from '../../core/index.js';
import { RecordRefusals } from '../actions/record-refusals.js';
import { ReissueCertificate } from '../actions/reissue-certificate.js';
import { ReplacementForm } from './lifecycle.form.js';

export interface ReplacementPage {
  readonly form: FormView<ReplacementForm>;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly wasRevoked: boolean;
}

const page = definePage<ReplacementPage>('certifications/lifecycle/replacement/new');

interface Filling {
  readonly typed?: Typed;
  readonly faults?: readonly FieldFault[];
  readonly refusals?: readonly Refusal[];
}

@Controller('office/certificates/:id/replacement')
@Requires('certificate.issue')
export class ReplacementController {
  constructor(
    private readonly reissue: ReissueCertificate,
    private readonly reads: ReadDatabase,
    private readonly recordRefusals: RecordRefusals,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return page(await this.model(context, id));
  }

  @Post()
  async record(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const read = readForm(ReplacementForm, body, this.clock.today());
    if (!read.ok) return page(await this.model(context, id, read), 422);
    const outcome = await this.reissue.execute(context.actor, id, read.form);
    if (isRefused(outcome))
      return page(await this.model(context, id, { typed: read.typed, refusals: outcome.reasons }), 422);
    return seeOther(`/office/certificates/${outcome.id}`, flash('certificate.replaced', { number: outcome.number }));
  }

  private async model(context: RequestContext, id: string, filling: Filling = {}): Promise<ReplacementPage> {
    const certificate = found(await certificateById(this.reads.query, id));
    const { facts, state } = certificate;
    const typed =
      filling.typed ??
      typedFrom({
        ...facts.recipient,
        reasonClass: state === 'revoked' ? 'revokedByMistake' : 'nameCorrected',
        reason: '',
      });
    return {
      form: formView(ReplacementForm, context.translator, {
        refusals: await this.recordRefusals.execute(certificate),
        ...filling,
        typed,
        options: { reasonClass: optionsOf(context.translator, 'certificate_reason', REPLACEMENT_CLASSES) },
      }),
      id,
      number: facts.number,
      name: facts.recipient.name,
      wasRevoked: state === 'revoked',
    };
  }
}
