import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, newId, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import type { SessionChange } from '../../core/index.js';
import { type PlanOrigin, TimetablePlan } from '../data/timetable-plan.entity.js';
import { writePlannedChanges } from './write-planned-changes.js';

export interface PlanInput {
  readonly title: string;
  readonly origin: PlanOrigin;
  /** What is repaired, or which pattern is re-applied. */
  readonly about?: Record<string, unknown> | null;
  readonly changes?: readonly SessionChange[];
}

@Injectable()
export class OpenPlan {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Creates a plan with its first changes; nobody is notified. @throws NotFound for an unknown session or cohort */
  execute(actor: Actor, { title, origin, about = null, changes = [] }: PlanInput): Promise<{ id: string }> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const id = newId();
      await tx.of(TimetablePlan).insert({
        id,
        title,
        origin,
        state: 'open',
        openedBy: actor.id,
        openedAt: tx.now,
        closedAt: null,
        about: about as never,
      });
      await writePlannedChanges(tx, id, changes);
      await tx.audit('plan.opened', { type: 'plan', id, label: title }, { kind: origin, count: changes.length });
      return { id };
    });
  }
}
