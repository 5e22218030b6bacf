import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  type Page,
  seeOther,
  type SeeOther,
  textsOf,
  type RequestContext,
  answerAct,
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
    return answerAct(await this.beginBatch.execute(actor, { kind: 'renewal', ids, revocation: null }), {
      done: ({ id }) => seeOther(`/office/certificates/batches/${id}`),
      again: async () => page(await this.previews.of('renewal', ids, translator)),
    });
  }
}
