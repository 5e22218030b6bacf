import { Inject, Injectable } from '@nestjs/common';
import { type Actor, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { restorationBlockers } from '../domain/move-rules.js';
import type { CohortRefusalCode } from '../domain/refusals.js';
import { type CohortState, stateAfter } from '../domain/states.js';
import { lockedCohort, named, onlyStaff } from './lock-cohort.js';
import { type RestorationPart, type CancelledCohort, SEAT_PLAN, type SeatPlan } from './seat-plan.js';

export type RestorationListener = (tx: Transaction, cohort: CancelledCohort) => Promise<RestorationPart>;

export interface RestoredCohort {
  readonly state: CohortState;
  /** Sessions and the parts of other modules first, then people. */
  readonly parts: readonly RestorationPart[];
}

export type RestoreOutcome = RestoredCohort | Refused<CohortRefusalCode>;

/**
 * Undoes a cancellation: the cohort returns to its earlier state, with those sessions and people
 * that are still free.
 */
@Injectable()
export class RestoreCohort {
  private readonly listeners: RestorationListener[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moveFacts: MoveFactsReader,
    @Inject(SEAT_PLAN) private readonly seats: SeatPlan,
  ) {}

  /**
   * Registers a module that restores its own data of the cohort, inside the same transaction and before people get
   * their seats back. A listener must not refuse.
   */
  whenRestored(listener: RestorationListener): void {
    this.listeners.push(listener);
  }

  execute(actor: Actor, id: string): Promise<RestoreOutcome> {
    onlyStaff(actor);
    return this.unitOfWork.run(actor, (tx) => this.restore(tx, id));
  }

  private async restore(tx: Transaction, id: string): Promise<RestoreOutcome> {
    const cohort = await lockedCohort(tx, id);
    const reasons = restorationBlockers(await this.moveFacts.read(tx.query, id, tx.now));
    const state = stateAfter(cohort.state, 'restoration', cohort.cancelledFrom);
    if (reasons.length > 0 || state === null) return refused(...reasons);
    await tx.of(Cohort).update({ id }, { state, cancelledAt: null, cancelledFrom: null, cancelReason: null });
    const back = { id, code: cohort.code, cancelledAt: cohort.cancelledAt ?? 0 };
    const parts: RestorationPart[] = [];
    for (const restore of this.listeners) parts.push(await restore(tx, back));
    parts.push(await this.seats.restoreAll(tx, back));
    await tx.audit('cohort.restored', named(cohort), { to: state, reason: cohort.cancelReason, ...countsOf(parts) });
    return { state, parts };
  }
}

/** `{ sessions: 3, sessionsAway: 1, … }` for the audit trail. */
function countsOf(parts: readonly RestorationPart[]): Record<string, number> {
  return Object.fromEntries(
    parts.flatMap(({ kind, back, away }) => [
      [kind, back.length],
      [`${kind}Away`, away.length],
    ]),
  );
}
