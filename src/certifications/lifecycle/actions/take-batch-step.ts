import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Busy,
  isRefused,
  Jobs,
  type JobUnderWay,
  ReadDatabase,
  type Refusal,
  type Refused,
  type StepResult,
  SYSTEM,
  TimeBudget,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { IssuerKeys } from '../../issuer/index.js';
import { batchPlan, type WaitingItem } from '../data/batch-plan.js';
import { countSettledOfBatch } from '../data/batches.js';
import { CertificateBatch, CertificateBatchItem } from '../data/certificate-batch.entities.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { BATCH_JOB } from './begin-batch.js';
import { CheckBatchItem, type ItemToDo, type PlannedItem } from './check-batch-item.js';
import { CheckBatchPlan } from './check-batch-plan.js';
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
    private readonly plan: CheckBatchPlan,
  ) {}

  onModuleInit(): void {
    this.jobs.define(BATCH_JOB, (job) => this.execute(job));
  }

  async execute({ id, subjectId }: JobUnderWay): Promise<StepResult> {
    await this.keys.ready();
    const { query } = this.reads;
    const plan = await batchPlan(query, subjectId);
    if (!plan) throw new Error('No such batch');
    const items = plan.waiting.slice(0, ITEMS_A_STEP);
    const stretch = new TimeBudget(A_STRETCH);
    for (const item of items) {
      await this.take(id, subjectId, item);
      await stretch.yieldIfSpent();
    }
    const isAnyLeft = ((await batchPlan(query, subjectId))?.waiting ?? []).length > 0;
    return {
      done: await countSettledOfBatch(query, subjectId),
      finished: !isAnyLeft && (await this.plan.isOver(subjectId)),
    };
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
      if (!isRefused(renewed))
        await this.settle(tx, item, { batchId: plan.id, state: 'done', resultId: renewed.id, checked: found });
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
      if (!isRefused(outcome)) await this.settle(tx, item, { batchId: plan.id, state: 'done', checked: found });
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
      // Judged again under the lock: before, somebody may have stopped, resumed or altered the batch between two reads.
      const planned = await this.check.planned(tx.query, batchId, item);
      if (isRefused(planned)) {
        await this.settle(tx, item, { batchId, state: 'refused', refusals: planned.reasons });
        return true;
      }
      // Of a stopped batch, the item goes on waiting.
      if (!isBatchAltered(reasons) && !planned.plan.isStopped)
        await this.settle(tx, item, { batchId, state: 'refused', refusals: reasons, checked: planned });
      return false;
    });
    if (isAltered)
      await this.plan.reportAltered(
        batchId,
        'a batch, or an item of it, is not what was chosen: it is refused',
        item.number ?? item.id,
      );
  }

  /** As the last thing that is written about an item. */
  private async settle(
    tx: Transaction,
    { id }: WaitingItem,
    { batchId, checked, ...outcome }: ItemOutcome,
  ): Promise<void> {
    await tx.of(CertificateBatchItem).update({ id }, outcome);
    const isOver = !(await tx.of(CertificateBatchItem).existsBy({ batchId, state: 'waiting' }));
    await this.binding.planSettled(tx, {
      kind: 'certificateBatch',
      id: batchId,
      settled: [id],
      ...(checked && { checked: { head: checked.plan.bound, items: [checked.item.bound] } }),
      isAlteredAndOver: !checked && isOver,
    });
  }
}

const isBatchAltered = (reasons: readonly Refusal[]): boolean => reasons.some(({ code }) => code === 'batchAltered');

type ItemOutcome = Pick<CertificateBatchItem, 'batchId' | 'state'> &
  Partial<Pick<CertificateBatchItem, 'refusals' | 'resultId'>> & {
    /** Left out: it is not as it was chosen. */
    readonly checked?: PlannedItem;
  };
