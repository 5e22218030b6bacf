import { flash, isRefused, type Refused, seeOther, type SeeOther } from '../../../platform/index.js';
import type { EmailOutcome } from '../actions/touch-bulletin-email.js';

/** Back to the bulletin once one of its emails was touched, or was not. */
export function afterTouch(id: string, done: string, outcome: EmailOutcome): SeeOther {
  return seeOther(
    `/office/bulletins/${id}`,
    isRefused(outcome) ? noticeOf(outcome) : flash(done, { name: outcome.name }),
  );
}

/** A refusal on a page without a form. */
export function noticeOf({ reasons: [first] }: Refused): ReturnType<typeof flash> | null {
  return first ? flash(`refusal.${first.code}`, first.data, 'warning') : null;
}
