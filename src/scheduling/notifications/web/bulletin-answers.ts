import { flash, seeOther, type SeeOther, answerAct, refusalFlash } from '../../../platform/index.js';
import type { EmailOutcome } from '../actions/touch-bulletin-email.js';

/** Redirects to the bulletin after an action on one of its emails. */
export function afterTouch(id: string, done: string, outcome: EmailOutcome): Promise<SeeOther> {
  return answerAct(outcome, {
    done: ({ name }) => seeOther(`/office/bulletins/${id}`, flash(done, { name })),
    again: (refusals) => seeOther(`/office/bulletins/${id}`, refusalFlash(refusals)),
  });
}
