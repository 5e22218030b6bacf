import type { CertificateState } from './status.js';
import type { Check, Outcome, Step, VerificationVerdict, Why } from './verification.js';

export const ok = (step: Step, why: Why | null = null): Check => ({ step, outcome: 'ok', why });
export const failed = (step: Step, why: Why | null = null): Check => ({ step, outcome: 'failed', why });
export const unknown = (step: Step, why: Why | null = null): Check => ({ step, outcome: 'unknown', why });

/** The steps that the register itself answers, on a day (`YYYY-MM-DD`). */
export function standingOn(today: string, { state, expiresOn }: { readonly state: CertificateState; readonly expiresOn: string | null }): Check[] {
  const late = expiresOn !== null && expiresOn < today;
  return [
    state === 'revoked' ? failed('notRevoked') : ok('notRevoked'),
    state === 'superseded' ? failed('notReplaced') : ok('notReplaced'),
    late ? failed('notExpired') : ok('notExpired'),
  ];
}

/** Steps without which nothing that a file says may be believed. */
const ESSENTIAL: readonly Step[] = ['format', 'whole', 'signature', 'issuerKey', 'unaltered'];

/** The one verdict that follows from the steps. */
export function verdictFrom(checks: readonly Check[]): VerificationVerdict {
  const is = (step: Step, outcome: Outcome): boolean => checks.some((check) => check.step === step && check.outcome === outcome);
  if (ESSENTIAL.some((step) => is(step, 'failed'))) return 'invalid';
  if (is('number', 'failed') || is('register', 'failed')) return 'notFound';
  if (is('notRevoked', 'failed')) return 'revoked';
  if (is('notReplaced', 'failed')) return 'superseded';
  if ([...ESSENTIAL, 'register' as const, 'notRevoked' as const].some((step) => is(step, 'unknown'))) return 'couldNotCheck';
  return is('notExpired', 'failed') ? 'expired' : 'valid';
}
