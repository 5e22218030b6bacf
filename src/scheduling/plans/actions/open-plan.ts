import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, newId, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import type { SessionChange } from '../../core/index.js';
import { type PlanOrigin, TimetablePlan } from '../data/timetable-plan.entity.js';
import { writePlannedChanges } from './write-planned-changes.js';

export interface PlanInput {
  readonly title: string;
  readonly origin: PlanOrigin;
  /** What a repair mends, or which pattern is laid out again. */
  readonly about?: Record<string, unknown> | null;
  readonly changes?: readonly SessionChange[];
}

@Injectable()
export class OpenPlan {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * A plan that nobody is told of, with its first changes.
   * @throws NotFound where a change names no session or cohort.
   */
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
