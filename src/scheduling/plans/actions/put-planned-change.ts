import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import type { SessionChange } from '../../core/index.js';
import { changePlan, type PlanOutcome } from './change-plan.js';
import { writePlannedChanges } from './write-planned-changes.js';

@Injectable()
export class PutPlannedChange {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Adds a change to an open plan, replacing any change of the same session.
   * @throws NotFound for an unknown plan, session or cohort
   */
  execute(actor: Actor, planId: string, change: SessionChange): Promise<PlanOutcome> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) => changePlan(tx, planId, () => writePlannedChanges(tx, planId, [change])));
  }
}
