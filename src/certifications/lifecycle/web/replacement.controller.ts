import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  flash,
  optionsOf,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  textOf,
  typedFrom,
  type RequestContext,
  IdParam,
  answerForm,
  type FormState,
} from '../../../platform/index.js';
import { REPLACEMENT_CLASSES } from '../../core/index.js';
import { ReissueCertificate } from '../actions/reissue-certificate.js';
import { ShowBeforeAct } from '../actions/show-before-act.js';
import { ReplacementForm } from './lifecycle.form.js';

export interface ReplacementPage {
  readonly form: FormView<ReplacementForm>;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** Address that the new credential names. */
  readonly email: string | null;
  readonly fingerprint: string;
  readonly wasRevoked: boolean;
}

const page = definePage<ReplacementPage>('certifications/lifecycle/replacement/new');

@Controller('office/certificates/:id/replacement')
@Requires('certificate.issue')
export class ReplacementController {
  constructor(
    private readonly reissue: ReissueCertificate,
    private readonly showBeforeAct: ShowBeforeAct,
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
    const seen = textOf((body as { readonly seen?: unknown } | null)?.seen);
    return answerForm(readForm(ReplacementForm, body, this.clock.today()), {
      act: (form) => this.reissue.execute(context.actor, id, { ...form, seen }),
      done: (fresh) =>
        seeOther(`/office/certificates/${fresh.id}`, flash('certificate.replaced', { number: fresh.number })),
      again: async (filling) => page(await this.model(context, id, filling)),
    });
  }

  private async model(context: RequestContext, id: string, filling: FormState = {}): Promise<ReplacementPage> {
    const { certificate, email, seen, refusals } = await this.showBeforeAct.execute(id, 'replacement');
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
        refusals,
        ...filling,
        typed,
        options: { reasonClass: optionsOf(context.translator, 'certificate_reason', REPLACEMENT_CLASSES) },
      }),
      id,
      number: facts.number,
      name: facts.recipient.name,
      email,
      fingerprint: seen,
      wasRevoked: state === 'revoked',
    };
  }
}
