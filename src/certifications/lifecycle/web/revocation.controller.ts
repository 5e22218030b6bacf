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
  textOf,
  type RequestContext,
  IdParam,
  answerForm,
  type Filling,
} from '../../../platform/index.js';
import { certificateById, REVOCATION_CLASSES } from '../../core/index.js';
import { RecordRefusals } from '../actions/record-refusals.js';
import { type Revocation, RevokeCertificate } from '../actions/revoke-certificate.js';
import { reachableByEmail } from '../data/holder-reach.js';
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
    const isPreview = textOf((body as { preview?: unknown } | null)?.preview) !== '';
    const read = readForm(RevocationForm, body, this.clock.today());
    return answerForm(read, {
      act: async (form) => (isPreview ? null : this.revoke.execute(context.actor, id, form)),
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
    filling: Filling & { readonly looksLike?: Revocation } = {},
  ): Promise<RevocationPage> {
    const { query } = this.reads;
    const certificate = found(await certificateById(query, id));
    const { facts, hidden } = certificate;
    const { looksLike } = filling;
    return {
      form: formView(RevocationForm, context.translator, {
        refusals: await this.recordRefusals.execute(certificate),
        ...filling,
        options: { reasonClass: optionsOf(context.translator, 'certificate_reason', REVOCATION_CLASSES) },
      }),
      id,
      isNotified: (await reachableByEmail(query, [id])).has(id),
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
