import { daysAfter, instantOf } from '../../../platform/clock.js';
import type { CertificateState } from '../../core/domain/index.js';
import type { Change, WebhookEvent } from './webhook.js';

/** What a change is read from: a certificate's record that was checked. */
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

/** What is told of a certificate by an event; `null`: its record knows of none. @param today `YYYY-MM-DD` */
export function changeOf(
  event: WebhookEvent,
  { certificate, events }: Standing,
  today: string,
): Omit<Change, 'url'> | null {
  const { facts, state, revokedAt, reason, expiresOn, hidden } = certificate;
  const change = (at: number, why: string | null): Omit<Change, 'url'> => ({
    event,
    number: facts.number,
    at,
    // What its holder does not show has no public reason either.
    reason: hidden ? null : why,
  });
  if (event === 'certificate.revoked')
    return state === 'revoked' && revokedAt !== null ? change(revokedAt, reason) : null;
  if (event === 'certificate.replaced') {
    const replaced = events.find(({ kind }) => kind === 'superseded');
    return replaced ? change(replaced.at, replaced.reason) : null;
  }
  return expiresOn !== null && expiresOn < today ? change(instantOf(daysAfter(expiresOn, 1), '00:00'), null) : null;
}
