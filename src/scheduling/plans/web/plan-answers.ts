import { flash, type Refused, seeOther, type SeeOther, answerAct, refusalFlash } from '../../../platform/index.js';

/** A one-button form has no page of its own, so the plan's page shows the refusals. */
export function afterButton(
  id: string,
  { outcome, done }: { outcome: { planId: string } | Refused; done: string },
): Promise<SeeOther> {
  return answerAct(outcome, {
    done: () => seeOther(`/office/plans/${id}`, flash(done)),
    again: (refusals) => seeOther(`/office/plans/${id}`, refusalFlash(refusals)),
  });
}
