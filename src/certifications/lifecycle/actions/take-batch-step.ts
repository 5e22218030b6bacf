import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Busy,
  isRefused,
  Jobs,
  type JobUnderWay,
  ReadDatabase,
  RecordsContradict,
  type Refusal,
  type Refused,
  type StepTaken,
  SYSTEM,
  TimeBudget,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding, ReportAlteredRecord } from '../../binding/index.js';
import { IssuerKeys } from '../../issuer/index.js';
import { batchPlan, type WaitingItem } from '../data/batch-plan.js';
import { countSettledOfBatch } from '../data/batches.js';
import { CertificateBatch, CertificateBatchItem } from '../data/certificate-batch.entities.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { BATCH_JOB } from './begin-batch.js';
import { CheckBatchItem, type ItemToDo } from './check-batch-item.js';
import { type AroundRenewal, RenewCertificate } from './renew-certificate.js';
import { RevokeCertificate } from './revoke-certificate.js';

const ITEMS_A_STEP = 5;
/** Milliseconds; less than one item takes, so that the job yields after each. */
const A_STRETCH = 5;
/** Seconds. */
const RETRY_AFTER = 1;

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
    private readonly check: CheckBatchItem,
    private readonly binding: RegisterBinding,
    private readonly report: ReportAlteredRecord,
  ) {}

  onModuleInit(): void {
    this.jobs.define(BATCH_JOB, (job) => this.execute(job));
  }

  async execute({ id, subjectId }: JobUnderWay): Promise<StepTaken> {
    await this.keys.ready();
    const { query } = this.reads;
    const plan = await batchPlan(query, subjectId);
    if (!plan) throw new Error('No such batch');
    if (plan.waiting.length === 0) await this.demandOver(subjectId);
    const items = plan.waiting.slice(0, ITEMS_A_STEP);
    const stretch = new TimeBudget(A_STRETCH);
    for (const item of items) {
      await this.take(id, subjectId, item);
      await stretch.yieldIfSpent();
    }
    return { done: await countSettledOfBatch(query, subjectId), finished: plan.waiting.length <= items.length };
  }

  /** @throws RecordsContradict if items were settled by somebody else: the batch must not be called done */
  private async demandOver(batchId: string): Promise<void> {
    const isOpen = await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('only reads');
      return this.binding.isPlanUnderWay(tx, batchId);
    });
    if (!isOpen) return;
    await this.reportAltered(batchId, { id: batchId, number: null });
    throw new RecordsContradict(`items of the batch ${batchId} were settled by something else`);
  }

  /**
   * Act and item state change in one transaction, so that nothing is done twice after a crash. If another process has
   * handled the item, the act is refused and the item keeps that process's result.
   */
  private async take(jobId: string, batchId: string, item: WaitingItem): Promise<void> {
    const found = await this.check.execute(this.reads.query, batchId, item);
    if (isRefused(found)) return this.refuse(batchId, item, found);
    if (found.plan.jobId !== jobId) throw new Error(`Job ${jobId} is not that of the batch ${batchId}`);
    if (found.plan.isStopped) return;
    const outcome = await (found.plan.kind === 'renewal' ? this.renewOne(found) : this.revokeOne(found));
    if (isRefused<unknown, LifecycleRefusalCode>(outcome)) await this.refuse(batchId, item, outcome);
  }

  private renewOne({ actor, plan, item }: ItemToDo): Promise<unknown> {
    const around: AroundRenewal = async (tx, renew) => {
      const found = await this.checkAgain(tx, plan.id, item);
      if (isRefused(found)) return found;
      const renewed = await renew();
      if (!isRefused(renewed)) await this.settle(tx, item, { batchId: plan.id, state: 'done', resultId: renewed.id });
      return renewed;
    };
    return this.renew.execute(actor, item.certificateId, { around, seen: item.seen ?? undefined });
  }

  private revokeOne({ actor, plan, item }: ItemToDo): Promise<unknown> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.checkAgain(tx, plan.id, item);
      if (isRefused(found)) return found;
      const { reasonClass, reason } = found.plan;
      const outcome = await this.revoke.execute(found.actor, item.certificateId, {
        reasonClass: reasonClass ?? 'other',
        reason: reason ?? '',
        seen: item.seen ?? undefined,
      });
      if (!isRefused(outcome)) await this.settle(tx, item, { batchId: plan.id, state: 'done' });
      return outcome;
    });
  }

  private async checkAgain(
    tx: Transaction,
    batchId: string,
    item: WaitingItem,
  ): Promise<ItemToDo | Refused<LifecycleRefusalCode>> {
    await tx.lock(CertificateBatch, batchId);
    const found = await this.check.execute(tx.query, batchId, item);
    // The job is stopped as well; the item goes on waiting.
    if (!isRefused(found) && found.plan.isStopped) throw new Busy(RETRY_AFTER);
    return found;
  }

  private async refuse(batchId: string, item: WaitingItem, { reasons }: Refused<LifecycleRefusalCode>): Promise<void> {
    const isAltered = await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('a refused item changes nothing but the list of what became of each');
      await tx.lock(CertificateBatch, batchId);
      if (!(await tx.of(CertificateBatchItem).existsBy({ id: item.id, state: 'waiting' }))) return false;
      const refusals = isBatchAltered(reasons) ? await this.stillAltered(tx, batchId, item) : reasons;
      if (refusals.length > 0) await this.settle(tx, item, { batchId, state: 'refused', refusals });
      return isBatchAltered(refusals);
    });
    if (isAltered) await this.reportAltered(batchId, item);
  }

  /** Judged again under the lock: before, somebody may have stopped or resumed the batch between two reads. */
  private async stillAltered(
    tx: Transaction,
    batchId: string,
    item: WaitingItem,
  ): Promise<Refused<LifecycleRefusalCode>['reasons']> {
    const found = await this.check.execute(tx.query, batchId, item);
    return isRefused(found) ? found.reasons : [];
  }

  /** As the last thing that is written about an item. */
  private async settle(tx: Transaction, { id }: WaitingItem, { batchId, ...outcome }: ItemOutcome): Promise<void> {
    await tx.of(CertificateBatchItem).update({ id }, outcome);
    const isAltered = isBatchAltered(outcome.refusals ?? []);
    const isOver = !(await tx.of(CertificateBatchItem).existsBy({ batchId, state: 'waiting' }));
    await this.binding.planSettled(tx, {
      kind: 'certificateBatch',
      id: batchId,
      settled: [id],
      isAlteredAndOver: isAltered && isOver,
    });
  }

  private reportAltered(batchId: string, { id, number }: Pick<WaitingItem, 'id' | 'number'>): Promise<void> {
    return this.report.execute({
      subject: 'certificateBatch',
      id: batchId,
      label: number ?? id,
      finding: 'a batch, or an item of it, is not what was chosen: it is refused',
    });
  }
}

const isBatchAltered = (reasons: readonly Refusal[]): boolean => reasons.some(({ code }) => code === 'batchAltered');

type ItemOutcome = Pick<CertificateBatchItem, 'batchId' | 'state'> &
  Partial<Pick<CertificateBatchItem, 'refusals' | 'resultId'>>;
