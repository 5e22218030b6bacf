import { isRefused, type Refused, type Transaction } from '../../../platform/index.js';
import type { PlanRefusalCode } from '../domain/refusals.js';
import { lockOpenPlan } from './lock-open-plan.js';

export type PlanOutcome = { readonly planId: string } | Refused<PlanRefusalCode>;

/**
 * Changes an open plan and writes the audit entry. Does not check rules: a plan may contain clashes and shows them.
 * @throws NotFound for an unknown plan
 */
export async function changePlan(tx: Transaction, planId: string, write: () => Promise<void>): Promise<PlanOutcome> {
  const plan = await lockOpenPlan(tx, planId);
  if (isRefused(plan)) return plan;
  await write();
  await tx.audit('plan.changed', { type: 'plan', id: planId, label: plan.title });
  return { planId };
}
