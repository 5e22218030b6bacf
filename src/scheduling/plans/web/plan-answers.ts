import {
  isRefused,
  flash,
  type Refused,
  seeOther,
  type SeeOther,
  type RequestContext,
  refusalTexts,
} from '../../../platform/index.js';

/** Back to the plan where the line was kept; `null` where it was refused. */
export function kept(outcome: unknown, id: string): SeeOther | null {
  return isRefused(outcome) ? null : seeOther(`/office/plans/${id}`, flash('plan.kept'));
}

/** A one-button form has no page of its own to fail on: the plan's page says why. */
export function afterButton(
  id: string,
  { outcome, done }: { outcome: { planId: string } | Refused; done: string },
): SeeOther {
  if (!isRefused(outcome)) return seeOther(`/office/plans/${id}`, flash(done));
  const [first] = outcome.reasons;
  return seeOther(`/office/plans/${id}`, first ? flash(`refusal.${first.code}`, first.data, 'warning') : undefined);
}

export function refusedOf(context: RequestContext, outcome: unknown): { refusals: string[] } {
  return { refusals: isRefused(outcome) ? refusalTexts(context.translator, outcome.reasons) : [] };
}
