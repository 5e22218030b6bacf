import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  flash,
  optionsOf,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  IdParam,
  answerForm,
  type Filling,
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
    return answerForm(readForm(ReplacementForm, body, this.clock.today()), {
      act: (form) => this.reissue.execute(context.actor, id, form),
      done: (fresh) =>
        seeOther(`/office/certificates/${fresh.id}`, flash('certificate.replaced', { number: fresh.number })),
      again: async (filling) => page(await this.model(context, id, filling)),
    });
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
