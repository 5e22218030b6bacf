import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import type { SessionSlot } from '../../core/index.js';
import { PlannedChange } from '../data/timetable-plan.entity.js';
import { changePlan, type PlanOutcome } from './change-plan.js';
import { plannedLine, type PlanLine } from './planned-line.js';

@Injectable()
export class PlacePlannedChange {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Changes the slot of a planned change. @throws NotFound for an unknown change */
  execute(actor: Actor, line: PlanLine, slot: SessionSlot): Promise<PlanOutcome> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      changePlan(tx, line.planId, async () => {
        const { id, kind } = await plannedLine(tx, line);
        await tx
          .of(PlannedChange)
          .update({ id }, { wanted: slot, kind: kind === 'cancel' ? 'move' : kind, reason: null, changedAt: tx.now });
      }),
    );
  }
}
