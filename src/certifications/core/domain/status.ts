/** What is stored; expiry is a matter of the day. */
export const CERTIFICATE_STATES = ['valid', 'revoked', 'superseded'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

export const VERDICTS = ['valid', 'expired', 'revoked', 'superseded'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CERTIFICATE_EVENTS = ['issued', 'revoked', 'superseded', 'renewed'] as const;
export type CertificateEventKind = (typeof CERTIFICATE_EVENTS)[number];

/** Legal moves. Nothing leads back: a certificate revoked by mistake is issued anew. */
export const STATE_MOVES: Readonly<Record<CertificateState, readonly CertificateState[]>> = {
  valid: ['revoked', 'superseded'],
  revoked: [],
  superseded: [],
};

export function mayBecome(from: CertificateState, to: CertificateState): boolean {
  return STATE_MOVES[from].includes(to);
}

/** Days are `YYYY-MM-DD`; `expiresOn` is the last day on which the certificate holds, `null`: it never expires. */
export function hasExpired(today: string, expiresOn: string | null): boolean {
  return expiresOn !== null && expiresOn < today;
}

/** The verdict about a certificate on a day (`YYYY-MM-DD`). */
export function verdictOn(
  today: string,
  { state, expiresOn }: { readonly state: CertificateState; readonly expiresOn: string | null },
): Verdict {
  if (state !== 'valid') return state;
  return hasExpired(today, expiresOn) ? 'expired' : 'valid';
}

/** Bits of one status list: so many certificates that nobody can tell by a look which of them was meant. */
export const STATUS_LIST_SIZE = 131_072;
