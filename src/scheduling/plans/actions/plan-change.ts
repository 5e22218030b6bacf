import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  isRefused,
  NotAllowed,
  NotFound,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { slotOfRow, sessionById, type SessionChange, type SessionSlot } from '../../core/index.js';
import { PlannedChange, TimetablePlan } from '../data/timetable-plan.entity.js';
import { planIsOpen } from '../domain/plan-rules.js';
import type { PlanRefusalCode } from '../domain/refusals.js';
import { writePlannedChanges } from './write-planned-changes.js';

export interface PlanLine {
  readonly planId: string;
  readonly changeId: string;
}

type Outcome = Promise<{ planId: string } | Refused<PlanRefusalCode>>;

/** The lines of an open plan. Nothing is judged here: a plan may hold what cannot stand yet, and shows it. */
@Injectable()
export class PlanChange {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Adds a change, in place of what the plan held for the same session.
   * @throws NotFound for an unknown plan, session or cohort.
   */
  put(actor: Actor, planId: string, change: SessionChange): Outcome {
    return this.inPlan(actor, planId, (tx) => writePlannedChanges(tx, planId, [change]));
  }

  /** Gives a line another place. @throws NotFound for an unknown line. */
  place(actor: Actor, { planId, changeId }: PlanLine, place: SessionSlot): Outcome {
    return this.inPlan(actor, planId, async (tx) => {
      const line = await lineOf(tx, { planId, changeId });
      await tx
        .of(PlannedChange)
        .update(
          { id: changeId },
          { wanted: place, kind: line.kind === 'cancel' ? 'move' : line.kind, reason: null, changedAt: tx.now },
        );
    });
  }

  /**
   * Looks at the session again as it stands now; what is planned for it stays.
   * @throws NotFound for an unknown line.
   */
  refresh(actor: Actor, { planId, changeId }: PlanLine): Outcome {
    return this.inPlan(actor, planId, async (tx) => {
      const line = await lineOf(tx, { planId, changeId });
      const session = line.sessionId === null ? null : await sessionById(tx.query, line.sessionId);
      if (session)
        await tx
          .of(PlannedChange)
          .update({ id: changeId }, { seenSequence: session.sequence, seen: slotOfRow(session), changedAt: tx.now });
    });
  }

  /** @throws NotFound for an unknown line. */
  remove(actor: Actor, { planId, changeId }: PlanLine): Outcome {
    return this.inPlan(actor, planId, async (tx) => {
      await lineOf(tx, { planId, changeId });
      await tx.of(PlannedChange).delete({ id: changeId });
    });
  }

  private inPlan(actor: Actor, planId: string, write: (tx: Transaction) => Promise<void>): Outcome {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const plan = await openPlan(tx, planId);
      if (isRefused(plan)) return plan;
      await write(tx);
      await tx.audit('plan.changed', { type: 'plan', id: planId, label: plan.title });
      return { planId };
    });
  }
}

/** Locks a plan that may still change. @throws NotFound */
export async function openPlan(tx: Transaction, planId: string): Promise<TimetablePlan | Refused<PlanRefusalCode>> {
  const plan = await tx.lock(TimetablePlan, planId);
  if (!plan) throw new NotFound();
  const closed = planIsOpen({ plan });
  return closed ? refused(closed) : plan;
}

async function lineOf(tx: Transaction, { planId, changeId }: PlanLine): Promise<PlannedChange> {
  const line = await tx.of(PlannedChange).findOneBy({ id: changeId, planId });
  if (!line) throw new NotFound();
  return line;
}
