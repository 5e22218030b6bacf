import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Actor,
  isRefused,
  Jobs,
  type JobUnderWay,
  ReadDatabase,
  type StepTaken,
  TimeBudget,
  UnitOfWork,
} from '../../../platform/index.js';
import { IssuerKeys } from '../../issuer/index.js';
import { batchById, type BatchRow, nextItems } from '../data/batches.js';
import { CertificateBatchItem } from '../data/certificate-batch.entities.js';
import { BATCH_JOB } from './begin-batch.js';
import { RenewCertificate } from './renew-certificate.js';
import { RevokeCertificate } from './revoke-certificate.js';

const ITEMS_A_STEP = 5;
/** Milliseconds; less than one item takes, so that the job yields after each. */
const A_STRETCH = 5;

/**
 * Revokes or renews many certificates as one job: each by its own rules and in its own transaction, so that a refusal
 * does not affect the others.
 */
@Injectable()
export class TakeBatchStep implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly jobs: Jobs,
    private readonly revoke: RevokeCertificate,
    private readonly renew: RenewCertificate,
    private readonly keys: IssuerKeys,
  ) {}

  onModuleInit(): void {
    this.jobs.define(BATCH_JOB, (job) => this.execute(job));
  }

  async execute({ subjectId, actor }: JobUnderWay): Promise<StepTaken> {
    await this.keys.ready();
    const { query } = this.reads;
    const batch = await batchById(query, subjectId);
    if (!batch) throw new Error('No such batch');
    const { waiting, done } = await nextItems(query, subjectId, ITEMS_A_STEP);
    const stretch = new TimeBudget(A_STRETCH);
    for (const item of waiting) {
      await this.take(actor, batch, item);
      await stretch.yieldIfSpent();
    }
    return { done: done + waiting.length, finished: waiting.length < ITEMS_A_STEP };
  }

  /**
   * Act and item state change in one transaction, so that nothing is done twice after a crash. If another process has
   * handled the item, the act is refused and the item keeps that process's result.
   */
  private async take(actor: Actor, batch: BatchRow, item: Item): Promise<void> {
    const outcome = await (batch.kind === 'renewal' ? this.renewOne(actor, item) : this.revokeOne(actor, batch, item));
    if (!isRefused(outcome)) return;
    await this.unitOfWork.run(actor, async (tx) => {
      tx.withoutAudit('a refused item changes only its state in the batch');
      await tx
        .of(CertificateBatchItem)
        .update({ id: item.id, state: 'waiting' }, { state: 'refused', refusals: outcome.reasons });
    });
  }

  private renewOne(actor: Actor, { id, certificateId }: Item): Promise<unknown> {
    return this.renew.execute(actor, certificateId, async (tx, renewed) => {
      await tx.of(CertificateBatchItem).update({ id }, { state: 'done', resultId: renewed.id });
    });
  }

  private revokeOne(actor: Actor, { reasonClass, reason }: BatchRow, { id, certificateId }: Item): Promise<unknown> {
    return this.unitOfWork.run(actor, async (tx) => {
      const outcome = await this.revoke.execute(actor, certificateId, {
        reasonClass: reasonClass ?? 'other',
        reason: reason ?? '',
      });
      if (!isRefused(outcome)) await tx.of(CertificateBatchItem).update({ id }, { state: 'done' });
      return outcome;
    });
  }
}

interface Item {
  readonly id: string;
  readonly certificateId: string;
}
