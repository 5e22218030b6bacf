import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, isRefused, NotAllowed, type Refused, UnitOfWork } from '../../../platform/index.js';
import { TimetablePlan } from '../data/timetable-plan.entity.js';
import type { PlanRefusalCode } from '../domain/refusals.js';
import { lockOpenPlan } from './lock-open-plan.js';

@Injectable()
export class DiscardPlan {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The timetable does not change: an open plan was never part of it. @throws NotFound */
  execute(actor: Actor, planId: string): Promise<{ title: string } | Refused<PlanRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const plan = await lockOpenPlan(tx, planId);
      if (isRefused(plan)) return plan;
      await tx.of(TimetablePlan).update({ id: planId }, { state: 'discarded', closedAt: tx.now });
      await tx.audit('plan.discarded', { type: 'plan', id: planId, label: plan.title });
      return { title: plan.title };
    });
  }
}
