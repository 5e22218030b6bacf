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
  type RequestContext,
  IdParam,
  answerForm,
  type FormState,
} from '../../../platform/index.js';
import { REVOCATION_CLASSES } from '../../core/index.js';
import { type Revocation, RevokeCertificate } from '../actions/revoke-certificate.js';
import { ShowBeforeAct } from '../actions/show-before-act.js';
import { RevocationForm } from './lifecycle.form.js';

export interface RevocationPage {
  readonly form: FormView<RevocationForm>;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly achievementZh: string;
  readonly achievementEn: string;
  /** Whether the holder has an email address. */
  readonly isNotified: boolean;
  readonly fingerprint: string;
  readonly today: number;
  /** The public view after the revocation, if a preview was requested. */
  readonly preview: { readonly kind: string; readonly reason: string; readonly hidden: boolean } | null;
}

const page = definePage<RevocationPage>('certifications/lifecycle/revocation/new');

@Controller('office/certificates/:id/revocation')
@Requires('certificate.revoke')
export class RevocationController {
  constructor(
    private readonly revoke: RevokeCertificate,
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
    const sent = body as { readonly preview?: unknown; readonly seen?: unknown } | null;
    const [isPreview, seen] = [textOf(sent?.preview) !== '', textOf(sent?.seen)];
    const read = readForm(RevocationForm, body, this.clock.today());
    return answerForm(read, {
      act: async (form) => (isPreview ? null : this.revoke.execute(context.actor, id, { ...form, seen })),
      done: async (revoked, form) =>
        revoked === null
          ? page(await this.model(context, id, { typed: read.typed, looksLike: form }))
          : seeOther(`/office/certificates/${id}`, flash('certificate.revoked', { number: revoked.number })),
      again: async (filling) => page(await this.model(context, id, filling)),
    });
  }

  private async model(
    context: RequestContext,
    id: string,
    filling: FormState & { readonly looksLike?: Revocation } = {},
  ): Promise<RevocationPage> {
    const { certificate, email, seen, refusals } = await this.showBeforeAct.execute(id, 'revocation');
    const { facts, hidden } = certificate;
    const { looksLike } = filling;
    return {
      form: formView(RevocationForm, context.translator, {
        refusals,
        ...filling,
        options: { reasonClass: optionsOf(context.translator, 'certificate_reason', REVOCATION_CLASSES) },
      }),
      id,
      isNotified: email !== null,
      fingerprint: seen,
      today: this.clock.now(),
      preview: looksLike
        ? {
            kind: context.translator.t(`certificate_reason.${looksLike.reasonClass}`),
            reason: looksLike.reason,
            hidden,
          }
        : null,
      number: facts.number,
      name: facts.recipient.name,
      achievementZh: facts.achievement.nameZh,
      achievementEn: facts.achievement.nameEn,
    };
  }
}
