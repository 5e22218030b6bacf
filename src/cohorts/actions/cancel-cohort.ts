import { Inject, Injectable } from '@nestjs/common';
import { type Actor, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { cancellationBlockers } from '../domain/move-rules.js';
import type { CohortRefusalCode } from '../domain/refusals.js';
import { lockedCohort, named, onlyStaff } from './lock-cohort.js';
import { type CohortReference, SEAT_PLAN, type SeatPlan } from './seat-plan.js';

export type CancellationListener = (tx: Transaction, cohort: CohortReference) => Promise<unknown>;

/**
 * Cancels a cohort and its sessions ahead, and notifies everybody with a seat or on the waitlist.
 * Only a restoration brings it back.
 */
@Injectable()
export class CancelCohort {
  private readonly listeners: CancellationListener[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moveFacts: MoveFactsReader,
    @Inject(SEAT_PLAN) private readonly seats: SeatPlan,
  ) {}

  /** Registers a module that reacts to cancellations, inside the same transaction. */
  whenCancelled(listener: CancellationListener): void {
    this.listeners.push(listener);
  }

  /** `notified`: number of people; `null` if the cohort was already cancelled. */
  execute(actor: Actor, id: string, reason: string): Promise<{ notified: number | null } | Refused<CohortRefusalCode>> {
    onlyStaff(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await lockedCohort(tx, id);
      if (cohort.state === 'cancelled') {
        tx.withoutAudit('it is cancelled already');
        return { notified: null };
      }
      const reasons = cancellationBlockers(await this.moveFacts.read(tx.query, id, tx.now));
      if (reasons.length > 0) return refused(...reasons);
      await tx
        .of(Cohort)
        .update({ id }, { state: 'cancelled', cancelledAt: tx.now, cancelledFrom: cohort.state, cancelReason: reason });
      const notified = cohort.state === 'draft' ? 0 : await this.seats.cancelAll(tx, { id, code: cohort.code }, reason);
      for (const listener of this.listeners) await listener(tx, { id, code: cohort.code });
      await tx.audit('cohort.cancelled', named(cohort), { reason, told: notified });
      return { notified };
    });
  }
}
