import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  type Page,
  seeOther,
  type SeeOther,
  textOf,
  textsOf,
  type RequestContext,
  answerAct,
  refusalTexts,
} from '../../../platform/index.js';
import type { Query as Asked } from '../../register/index.js';
import { BeginBatch } from '../actions/begin-batch.js';
import { type BatchPreview, BatchPreviews } from './batch-preview.js';

const page = definePage<BatchPreview>('certifications/lifecycle/batch/renewals');

/** Bulk renewal; each by its achievement's rule. */
@Controller('office/certificates/renewals')
@Requires('certificate.issue')
export class RenewalsController {
  constructor(
    private readonly beginBatch: BeginBatch,
    private readonly previews: BatchPreviews,
  ) {}

  @Get()
  async show(@CurrentContext() { translator }: RequestContext, @Query() query: Asked): Promise<Page> {
    return page(await this.previews.of('renewal', await this.previews.idsFrom(query), translator));
  }

  @Post()
  async begin(
    @CurrentContext() { actor, translator }: RequestContext,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<Page | SeeOther> {
    const ids = this.previews.idsIn(textsOf(body['ids']));
    const chosen = { kind: 'renewal', ids, revocation: null, seen: textOf(body['seen']) } as const;
    return answerAct(await this.beginBatch.execute(actor, chosen), {
      done: ({ id }) => seeOther(`/office/certificates/batches/${id}`),
      again: async (refusals) => {
        const preview = await this.previews.of('renewal', ids, translator);
        return page({ ...preview, reasons: refusalTexts(translator, refusals) });
      },
    });
  }
}
