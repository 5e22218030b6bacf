import {
  flash,
  found,
  isRefused,
  looksLikeId,
  type Refused,
  seeOther,
  type SeeOther,
} from '../../../platform/index.js';
import type { EmailOutcome, OneEmail } from '../actions/touch-bulletin-email.js';

/** The email that an address names. @throws NotFound */
export function emailIn(id: string, key: string): OneEmail {
  return { bulletinId: found(looksLikeId(id) ? id : null), key };
}

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
