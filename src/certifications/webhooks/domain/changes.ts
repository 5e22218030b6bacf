import { daysAfter, instantOf } from '../../../platform/clock.js';
import { type CertificateState, hasExpired, shownTo, showsFacts } from '../../core/domain/index.js';
import type { Change, WebhookEvent } from './webhook.js';

/** A certificate's checked record, from which changes are read. */
interface Standing {
  readonly certificate: {
    readonly facts: { readonly number: string };
    readonly state: CertificateState;
    readonly revokedAt: number | null;
    readonly reason: string | null;
    readonly expiresOn: string | null;
    readonly hidden: boolean;
  };
  readonly events: readonly { readonly kind: string; readonly at: number; readonly reason: string | null }[];
}

/**
 * The change of a certificate for an event; `null`: its record has no such change; `hidden`: its holder hides it. Of a
 * hidden one a message tells, as its address does, that it was revoked, and nothing else. @param today `YYYY-MM-DD`
 */
export function changeOf(
  event: WebhookEvent,
  { certificate, events }: Standing,
  today: string,
): Omit<Change, 'url'> | 'hidden' | null {
  const { facts, state, revokedAt, reason, expiresOn } = certificate;
  const sight = shownTo({ way: 'address' }, certificate);
  const change = (at: number, why: string | null): Omit<Change, 'url'> => ({
    event,
    number: facts.number,
    at,
    // The reason for a hidden certificate is not public either.
    reason: showsFacts(sight) ? why : null,
  });
  if (event === 'certificate.revoked')
    return state === 'revoked' && revokedAt !== null ? change(revokedAt, reason) : null;
  if (!showsFacts(sight)) return 'hidden';
  if (event === 'certificate.replaced') {
    const replaced = events.find(({ kind }) => kind === 'superseded');
    return replaced ? change(replaced.at, replaced.reason) : null;
  }
  return expiresOn !== null && hasExpired(today, expiresOn)
    ? change(instantOf(daysAfter(expiresOn, 1), '00:00'), null)
    : null;
}
