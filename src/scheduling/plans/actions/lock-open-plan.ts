import { refused, type Refused, type Transaction, found } from '../../../platform/index.js';
import { TimetablePlan } from '../data/timetable-plan.entity.js';
import { planIsOpen } from '../domain/plan-rules.js';
import type { PlanRefusalCode } from '../domain/refusals.js';

/** Locks a plan that is still open. @throws NotFound */
export async function lockOpenPlan(tx: Transaction, planId: string): Promise<TimetablePlan | Refused<PlanRefusalCode>> {
  const plan = found(await tx.lock(TimetablePlan, planId));
  const closed = planIsOpen({ plan });
  return closed ? refused(closed) : plan;
}
