import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  Jobs,
  newId,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { frozenRecordOf, RegisterBinding } from '../../binding/index.js';
import { Certificate } from '../../core/index.js';
import { boundBatch, boundBatchItem } from '../data/batch-plan.js';
import { CertificateBatch, CertificateBatchItem } from '../data/certificate-batch.entities.js';
import { emailsOf } from '../data/holder-reach.js';
import { termsOfEach } from '../data/renewals.js';
import { type BatchKind, MOST_AT_ONCE } from '../domain/batches.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { type ActsOnSeen, seenOf, seenOfAll } from '../domain/seen-certificate.js';
import { ACT_OF } from './check-batch-item.js';
import type { Revocation } from './revoke-certificate.js';

export interface BatchChoice extends ActsOnSeen {
  readonly kind: BatchKind;
  readonly ids: readonly string[];
  /** For a revocation. */
  readonly revocation: Revocation | null;
}

export const BATCH_JOB = 'certificateBatch';

@Injectable()
export class BeginBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
  ) {}

  /**
   * Starts a bulk revocation or renewal; a job carries it out (`TakeBatchStep`).
   * @throws NotFound if there is no certificate with one of these ids
   */
  async execute(
    actor: Actor,
    { kind, ids, revocation, seen }: BatchChoice,
  ): Promise<{ id: string } | Refused<LifecycleRefusalCode>> {
    if (!may(actor, ACT_OF[kind])) throw new NotAllowed();
    if (ids.length === 0) return refused<LifecycleRefusalCode>(refuse('nothingChosen'));
    if (ids.length > MOST_AT_ONCE)
      return refused<LifecycleRefusalCode>(refuse('tooManyChosen', { most: MOST_AT_ONCE, count: ids.length }));
    return this.unitOfWork.run(actor, async (tx) => {
      if ((await tx.of(Certificate).countBy({ id: In([...ids]) })) !== ids.length) throw new NotFound();
      const each = await this.seenOfEach(tx, kind, ids);
      if (seen !== undefined && seen !== seenOfAll(ids.map((one) => each.get(one) ?? '')))
        return refused<LifecycleRefusalCode>(refuse('chosenChangedSinceShown'));
      const id = newId();
      const batch: CertificateBatch = {
        id,
        kind,
        reasonClass: revocation?.reasonClass ?? null,
        reason: revocation?.reason ?? null,
        createdAt: tx.now,
        createdByName: actor.name,
        jobId: await this.jobs.start(tx, { kind: BATCH_JOB, subjectId: id, total: ids.length }),
      };
      await tx.of(CertificateBatch).insert(batch);
      const items = ids.map((certificateId, place) => ({
        id: newId(),
        batchId: id,
        place,
        certificateId,
        seen: each.get(certificateId) ?? null,
        state: 'waiting' as const,
        refusals: null,
        resultId: null,
      }));
      for (let from = 0; from < items.length; from += 100)
        await tx.of(CertificateBatchItem).insert(items.slice(from, from + 100));
      // Bound as it was chosen, not as it stands in the tables: what a step reads there later must agree.
      await this.binding.planned(tx, {
        kind: 'certificateBatch',
        head: boundBatch({ ...batch, actor: JSON.stringify(tx.actor) }),
        items: items.map(boundBatchItem),
      });
      await tx.audit(
        'certificateBatch.begun',
        { type: 'certificateBatch', id, label: kind },
        { kind, count: ids.length, ...revocation },
      );
      return { id };
    });
  }

  /** By id, from the records that were checked; altered ones are left out, and are refused when their turn comes. */
  private async seenOfEach(
    tx: Transaction,
    kind: BatchKind,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const records = (await this.binding.recordsInOrder(tx, ids)).map((record) => ({
      ...frozenRecordOf(record),
      state: record.state,
    }));
    const renewed = kind === 'renewal' ? records : [];
    const emails = await emailsOf(
      tx.query,
      renewed.map(({ traineeId }) => traineeId),
    );
    const terms = await termsOfEach(
      tx.query,
      renewed.map(({ achievementId }) => achievementId),
    );
    return new Map(
      records.map(({ id, state, traineeId, achievementId, facts }) => [
        id,
        seenOf({
          id,
          state,
          facts,
          email: emails.get(traineeId) ?? null,
          terms: terms.get(achievementId) ?? null,
        }),
      ]),
    );
  }
}
