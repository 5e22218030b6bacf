import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FieldFault,
  type FormView,
  formView,
  isRefused,
  optionsOf,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  textOf,
  textsOf,
  type Typed,
  type RequestContext,
} from '../../../platform/index.js';
import { REVOCATION_CLASSES } from '../../core/index.js';
import type { Query as Asked } from '../../register/index.js';
import { BeginBatch } from '../actions/begin-batch.js';
import { type BatchPreview, BatchPreviews } from './batch-preview.js';
import { RevocationForm } from './lifecycle.form.js';

export interface RevocationsPage extends BatchPreview {
  readonly form: FormView<RevocationForm>;
  readonly today: number;
  /** What strangers will read, where that was asked for. */
  readonly seen: { readonly kind: string; readonly reason: string } | null;
}

interface Filling {
  readonly typed?: Typed;
  readonly faults?: readonly FieldFault[];
  readonly refusals?: readonly Refusal[];
}

const page = definePage<RevocationsPage>('certifications/lifecycle/batch/revocations');

/** Many certificates revoked for one reason. */
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
    const read = readForm(RevocationForm, body, this.clock.today());
    if (!read.ok) return page(await this.model(context, ids, read), 422);
    const { reasonClass, reason } = read.form;
    if (textOf(body['preview']) !== '') {
      return page({
        ...(await this.model(context, ids, read)),
        seen: { kind: context.translator.t(`certificate_reason.${reasonClass}`), reason },
      });
    }
    const outcome = await this.beginBatch.execute(context.actor, {
      kind: 'revocation',
      ids,
      revocation: { reasonClass, reason },
    });
    if (isRefused(outcome))
      return page(await this.model(context, ids, { typed: read.typed, refusals: outcome.reasons }), 422);
    return seeOther(`/office/certificates/batches/${outcome.id}`);
  }

  private async model(
    { translator }: RequestContext,
    ids: readonly string[],
    filling: Filling = {},
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
