import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  Jobs,
  newId,
  NotAllowed,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { CertificateBatch, CertificateBatchItem } from '../data/certificate-batch.entities.js';
import { type BatchKind, MOST_AT_ONCE } from '../domain/batches.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import type { Revocation } from './revoke-certificate.js';

export interface Chosen {
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
  ) {}

  /** Starts a bulk revocation or renewal; a job carries it out (`TakeBatchStep`). */
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
}
