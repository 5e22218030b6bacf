import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  optionsOf,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  textOf,
  textsOf,
  type RequestContext,
  answerForm,
  type FormState,
} from '../../../platform/index.js';
import { REVOCATION_CLASSES } from '../../core/index.js';
import type { Query as Asked } from '../../register/index.js';
import { BeginBatch } from '../actions/begin-batch.js';
import { type BatchPreview, BatchPreviews } from './batch-preview.js';
import { RevocationForm } from './lifecycle.form.js';

export interface RevocationsPage extends BatchPreview {
  readonly form: FormView<RevocationForm>;
  readonly today: number;
  /** The public view after the revocation, if a preview was requested. */
  readonly seen: { readonly kind: string; readonly reason: string } | null;
}

const page = definePage<RevocationsPage>('certifications/lifecycle/batch/revocations');

/** Bulk revocation for one reason. */
@Controller('office/certificates/revocations')
@Requires('certificate.revoke')
export class RevocationsController {
  constructor(
    private readonly beginBatch: BeginBatch,
    private readonly previews: BatchPreviews,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Query() query: Asked): Promise<Page> {
    return page(await this.model(context, await this.previews.idsFrom(query)));
  }

  @Post()
  async begin(
    @CurrentContext() context: RequestContext,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<Page | SeeOther> {
    const ids = this.previews.idsIn(textsOf(body['ids']));
    const seen = textOf(body['seen']);
    const isPreview = textOf(body['preview']) !== '';
    const read = readForm(RevocationForm, body, this.clock.today());
    return answerForm(read, {
      act: async (revocation) =>
        isPreview ? null : this.beginBatch.execute(context.actor, { kind: 'revocation', ids, revocation, seen }),
      done: async (batch, { reasonClass, reason }) =>
        batch === null
          ? page({
              ...(await this.model(context, ids, { typed: read.typed })),
              seen: { kind: context.translator.t(`certificate_reason.${reasonClass}`), reason },
            })
          : seeOther(`/office/certificates/batches/${batch.id}`),
      again: async (filling) => page(await this.model(context, ids, filling)),
    });
  }

  private async model(
    { translator }: RequestContext,
    ids: readonly string[],
    filling: FormState = {},
  ): Promise<RevocationsPage> {
    return {
      ...(await this.previews.of('revocation', ids, translator)),
      today: this.clock.now(),
      seen: null,
      form: formView(RevocationForm, translator, {
        ...filling,
        options: { reasonClass: optionsOf(translator, 'certificate_reason', REVOCATION_CLASSES) },
      }),
    };
  }
}
