import { Controller, Get, Post } from '@nestjs/common';
import { may, Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  found,
  Jobs,
  type Page,
  type Progress,
  progressView,
  type ProgressView,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  refusalTexts,
} from '../../../platform/index.js';
import { BATCH_JOB } from '../actions/begin-batch.js';
import { ACT_OF } from '../actions/check-batch-item.js';
import { ResumeBatch } from '../actions/resume-batch.js';
import { StopBatch } from '../actions/stop-batch.js';
import { batchPlan } from '../data/batch-plan.js';
import { batchById, type BatchRow } from '../data/batches.js';
import { ShowBatchItems, type ShownItem } from './batch-items.js';

export interface BatchPage {
  readonly batch: BatchRow;
  readonly kindWord: string | null;
  readonly progress: ProgressView;
  readonly items: readonly (ShownItem & {
    readonly tone: string;
    readonly word: string;
    readonly why: readonly string[];
  })[];
  readonly doneCount: number;
  readonly refusedCount: number;
}

const page = definePage<BatchPage>('certifications/lifecycle/batch/show');
const TONES = { waiting: 'wait', done: 'done', refused: 'refused', unchecked: 'failed' } as const;

/** A bulk act: its progress and the outcome of each item. */
@Controller('office/certificates/batches/:id')
@Requires('certificate.issue')
export class BatchController {
  constructor(
    private readonly jobs: Jobs,
    private readonly reads: ReadDatabase,
    private readonly shown: ShowBatchItems,
    private readonly stopBatch: StopBatch,
    private readonly resumeBatch: ResumeBatch,
  ) {}

  @Get()
  async show(@CurrentContext() { actor, translator }: RequestContext, @IdParam() id: string): Promise<Page> {
    const { query } = this.reads;
    const batch = found(await batchById(query, id));
    const at = `/office/certificates/batches/${id}`;
    const { items, isUnderWay } = await this.shown.execute(batch);
    const job = await this.job(id);
    const settled = items.filter(({ state }) => state === 'done' || state === 'refused').length;
    return page({
      batch,
      kindWord: batch.reasonClass === null ? null : translator.t(`certificate_reason.${batch.reasonClass}`),
      progress: progressView(
        // A batch of which something is left is not done, whatever its job says.
        isUnderWay && job.state === 'done' ? { ...job, state: 'stopped', done: settled } : { ...job, done: settled },
        translator,
        may(actor, ACT_OF[batch.kind]) ? { stop: `${at}/stopping`, resume: `${at}/resumption` } : {},
      ),
      items: items.map((item) => ({
        ...item,
        tone: TONES[item.state],
        word: translator.t(`batch.${batch.kind}_${item.state}`),
        why: refusalTexts(translator, item.refusals),
      })),
      doneCount: items.filter(({ state }) => state === 'done').length,
      refusedCount: items.filter(({ state }) => state === 'refused').length,
    });
  }

  @Post('stopping')
  async stop(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    await this.stopBatch.execute(context.actor, id);
    return seeOther(`/office/certificates/batches/${id}`);
  }

  @Post('resumption')
  async resume(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    await this.resumeBatch.execute(context.actor, id);
    return seeOther(`/office/certificates/batches/${id}`);
  }

  private async job(id: string): Promise<Progress> {
    const { query } = this.reads;
    const own = (await batchPlan(query, id))?.jobId ?? null;
    // A forged batch has none of its own and is reported all the same.
    const [job] = own === null ? await this.jobs.about(query, { kind: BATCH_JOB, subjectId: id }) : [];
    return found(own === null ? job : await this.jobs.progressOf(query, own));
  }
}
