import { Inject, Injectable } from '@nestjs/common';
import { type Actor, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { cancellationBlockers } from '../domain/move-rules.js';
import type { CohortRefusalCode } from '../domain/refusals.js';
import { lockedCohort, named, onlyStaff } from './lock-cohort.js';
import { type CohortNamed, SEAT_PLAN, type SeatPlan } from './seat-plan.js';

export type AfterCancelled = (tx: Transaction, cohort: CohortNamed) => Promise<unknown>;

/**
 * Calls a cohort off: sessions ahead are cancelled, everybody with a place or a wait is told.
 * Only a restoration brings it back.
 */
@Injectable()
export class CancelCohort {
  private readonly listeners: AfterCancelled[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moveFacts: MoveFactsReader,
    @Inject(SEAT_PLAN) private readonly seats: SeatPlan,
  ) {}

  /** For modules that keep something of the cohort: told inside the same transaction. */
  whenCancelled(listener: AfterCancelled): void {
    this.listeners.push(listener);
  }

  /** Answers how many people are told; `null` where it was cancelled already. */
  execute(actor: Actor, id: string, reason: string): Promise<{ told: number | null } | Refused<CohortRefusalCode>> {
    onlyStaff(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await lockedCohort(tx, id);
      if (cohort.state === 'cancelled') {
        tx.withoutAudit('it is cancelled already');
        return { told: null };
      }
      const reasons = cancellationBlockers(await this.moveFacts.read(tx.query, id, tx.now));
      if (reasons.length > 0) return refused(...reasons);
      await tx
        .of(Cohort)
        .update({ id }, { state: 'cancelled', cancelledAt: tx.now, cancelledFrom: cohort.state, cancelReason: reason });
      const told = cohort.state === 'draft' ? 0 : await this.seats.cancelAll(tx, { id, code: cohort.code }, reason);
      for (const tell of this.listeners) await tell(tx, { id, code: cohort.code });
      await tx.audit('cohort.cancelled', named(cohort), { reason, told });
      return { told };
    });
  }
}
