import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  Jobs,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { settleNumbers } from '../data/draw-numbers.js';
import { issuanceById, type IssuanceRow, itemsOf } from '../data/issuances.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';

type Outcome = true | Refused<IssuingRefusalCode>;

/** An issue under way is stopped, gone on with, or given up. */
@Injectable()
export class SteerIssuance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
  ) {}

  /** The step under way is finished; what is left waits. @throws NotFound */
  stop(actor: Actor, id: string): Promise<Outcome> {
    return this.steer(actor, id, async (tx, issuance) => {
      await this.jobs.stop(tx, issuance.jobId);
      await tx.audit('issuance.stopped', subjectOf(issuance));
    });
  }

  /** @throws NotFound */
  resume(actor: Actor, id: string): Promise<Outcome> {
    return this.steer(actor, id, async (tx, issuance) => {
      await this.jobs.resume(tx, issuance.jobId);
      await tx.audit('issuance.resumed', subjectOf(issuance));
    });
  }

  /** What is left is not issued, now or later: its numbers are void and say so. @throws NotFound */
  abandon(actor: Actor, id: string): Promise<Outcome> {
    return this.steer(actor, id, async (tx, issuance) => {
      await this.jobs.stop(tx, issuance.jobId);
      const left = await itemsOf(tx.query, id, { state: 'waiting' });
      await tx.query(
        sql`UPDATE issuance_item SET state = 'void', settled_at = ${tx.now} WHERE issuance_id = ${id} AND state = 'waiting'`,
      );
      await settleNumbers(
        tx,
        left.map(({ number }) => number),
        { state: 'void', reason: 'abandoned' },
      );
      await this.binding.planSettled(tx, id, { settled: left.map((item) => item.id), isOver: true });
      await tx.audit('issuance.abandoned', subjectOf(issuance), { count: left.length });
    });
  }

  private steer(
    actor: Actor,
    id: string,
    act: (tx: Transaction, issuance: IssuanceRow) => Promise<void>,
  ): Promise<Outcome> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run<Outcome>(actor, async (tx) => {
      const issuance = await issuanceById(tx.query, id);
      if (!issuance) throw new NotFound();
      // The steps lock the cohort too: what is read here is what they left.
      if (tx.isPostgres) await tx.query(sql`SELECT id FROM cohort WHERE id = ${issuance.cohortId} FOR UPDATE`);
      const [left] = await itemsOf(tx.query, id, { state: 'waiting', most: 1 });
      if (!left) return refused<IssuingRefusalCode>(refuse('issuanceEnded'));
      await act(tx, issuance);
      return true;
    });
  }
}

const subjectOf = ({ cohortId, cohortCode }: IssuanceRow) => ({ type: 'cohort', id: cohortId, label: cohortCode });
