import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { sessionById, slotOfRow } from '../../core/index.js';
import { PlannedChange } from '../data/timetable-plan.entity.js';
import { changePlan, type PlanOutcome } from './change-plan.js';
import { plannedLine, type PlanLine } from './planned-line.js';

@Injectable()
export class RefreshPlannedChange {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Bases a planned change on the session's current state and keeps the change itself.
   * @throws NotFound for an unknown change
   */
  execute(actor: Actor, line: PlanLine): Promise<PlanOutcome> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      changePlan(tx, line.planId, async () => {
        const { id, sessionId } = await plannedLine(tx, line);
        const session = sessionId === null ? null : await sessionById(tx.query, sessionId);
        if (session)
          await tx
            .of(PlannedChange)
            .update({ id }, { seenSequence: session.sequence, seen: slotOfRow(session), changedAt: tx.now });
      }),
    );
  }
}
