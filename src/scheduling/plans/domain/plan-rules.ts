import { refuse, type Refusal } from '../../../platform/refusals.js';
import type { PlanRefusalCode } from './refusals.js';

interface PlanFacts {
  readonly plan: { readonly title: string; readonly state: string };
  readonly changes: number;
}

type Answer = Refusal<PlanRefusalCode> | null;

export function planIsOpen({ plan }: Pick<PlanFacts, 'plan'>): Answer {
  return plan.state === 'open' ? null : refuse('planNotOpen', { title: plan.title });
}

export function planHoldsChanges({ plan, changes }: PlanFacts): Answer {
  return changes > 0 ? null : refuse('planIsEmpty', { title: plan.title });
}

/** Checks before the changes themselves are checked. */
export const PLAN_MAY_BE_PUBLISHED: readonly ((facts: PlanFacts) => Answer)[] = [planIsOpen, planHoldsChanges];
