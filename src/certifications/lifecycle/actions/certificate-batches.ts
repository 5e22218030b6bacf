import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  isRefused,
  Jobs,
  type JobUnderWay,
  newId,
  NotAllowed,
  ReadDatabase,
  refuse,
  refused,
  type Refused,
  type StepTaken,
  TimeBudget,
  UnitOfWork,
} from '../../../platform/index.js';
import { IssuerKeys } from '../../issuer/index.js';
import { batchById, type BatchRow, nextItems } from '../data/batches.js';
import { CertificateBatch, CertificateBatchItem } from '../data/certificate-batch.entities.js';
import { type BatchKind, MOST_AT_ONCE } from '../domain/batches.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { RenewCertificate } from './renew-certificate.js';
import { type Revocation, RevokeCertificate } from './revoke-certificate.js';

export interface Chosen {
  readonly kind: BatchKind;
  readonly ids: readonly string[];
  /** Of a revocation. */
  readonly revocation: Revocation | null;
}

export const BATCH_JOB = 'certificateBatch';
const ITEMS_A_STEP = 5;
/** Milliseconds: less than one item takes, so that requests come after each. */
const A_STRETCH = 5;

/**
 * Many certificates revoked or renewed as one job:
 * each by its own rules and in its own transaction, so that one refused keeps no other back.
 */
@Injectable()
export class CertificateBatches implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly jobs: Jobs,
    private readonly revoke: RevokeCertificate,
    private readonly renew: RenewCertificate,
    private readonly keys: IssuerKeys,
  ) {}

  onModuleInit(): void {
    this.jobs.define(BATCH_JOB, (job) => this.step(job));
  }

  async execute(
    actor: Actor,
    { kind, ids, revocation }: Chosen,
  ): Promise<{ id: string } | Refused<LifecycleRefusalCode>> {
    if (!may(actor, kind === 'revocation' ? 'certificate.revoke' : 'certificate.issue')) throw new NotAllowed();
    if (ids.length === 0) return refused<LifecycleRefusalCode>(refuse('nothingChosen'));
    if (ids.length > MOST_AT_ONCE)
      return refused<LifecycleRefusalCode>(refuse('tooManyChosen', { most: MOST_AT_ONCE, count: ids.length }));
    return this.unitOfWork.run(actor, async (tx) => {
      const id = newId();
      await tx.of(CertificateBatch).insert({
        id,
        kind,
        reasonClass: revocation?.reasonClass ?? null,
        reason: revocation?.reason ?? null,
        createdAt: tx.now,
        createdByName: actor.name,
      });
      const items = ids.map((certificateId, place) => ({
        id: newId(),
        batchId: id,
        place,
        certificateId,
        state: 'waiting' as const,
        refusals: null,
        resultId: null,
      }));
      for (let from = 0; from < items.length; from += 100)
        await tx.of(CertificateBatchItem).insert(items.slice(from, from + 100));
      await this.jobs.start(tx, { kind: BATCH_JOB, subjectId: id, total: ids.length });
      await tx.audit(
        'certificateBatch.begun',
        { type: 'certificateBatch', id, label: kind },
        { kind, count: ids.length, ...revocation },
      );
      return { id };
    });
  }

  private async step({ subjectId, actor }: JobUnderWay): Promise<StepTaken> {
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
   * The act and its mark in one transaction: taken again after a crash, nothing is done twice. Where another
   * process has taken
   * the same item meanwhile, the act is refused, and what that process wrote of the item stays.
   */
  private async take(actor: Actor, batch: BatchRow, item: Item): Promise<void> {
    const outcome = await (batch.kind === 'renewal' ? this.renewOne(actor, item) : this.revokeOne(actor, batch, item));
    if (!isRefused(outcome)) return;
    await this.unitOfWork.run(actor, async (tx) => {
      tx.withoutAudit('a refused item changes nothing but the list of what became of each');
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
