import { daysAfter, instantOf } from '../../../platform/clock.js';
import type { CertificateState } from '../../core/domain/index.js';
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

/** The change of a certificate for an event; `null`: its record has no such change. @param today `YYYY-MM-DD` */
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
    // The reason for a hidden certificate is not public either.
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
