import type { CertificateState } from './status.js';
import { type Check, type Outcome, type Step, STEPS, type Verification, type VerificationVerdict, type Why } from './verification.js';

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

/** Steps that have to be done before anything may be called good. */
const NEEDED: readonly Step[] = [...ESSENTIAL, 'register', 'notRevoked', 'notExpired'];

/** The one verdict that follows from the steps. */
export function verdictFrom(checks: readonly Check[]): VerificationVerdict {
  const is = (step: Step, outcome: Outcome): boolean => checks.some((check) => check.step === step && check.outcome === outcome);
  if (ESSENTIAL.some((step) => is(step, 'failed'))) return 'invalid';
  if (is('number', 'failed') || is('register', 'failed')) return 'notFound';
  if (is('notRevoked', 'failed')) return 'revoked';
  if (is('notReplaced', 'failed')) return 'superseded';
  if (is('log', 'failed') || NEEDED.some((step) => is(step, 'unknown'))) return 'couldNotCheck';
  return is('notExpired', 'failed') ? 'expired' : 'valid';
}

const SHOWN = ['valid', 'expired', 'revoked', 'superseded'] as const;
/** What is told of a file that cannot be trusted: how it was found out, and nothing of the certificate that it names. */
const OF_THE_FILE: readonly Step[] = ['number', 'format', 'whole', 'signature', 'issuerKey', 'unaltered'];

/** An answer in the order of the steps. Where the verdict is not one about a certificate, nothing of a certificate is in it. */
export function answered(checks: readonly Check[], more: Partial<Verification> = {}): Verification {
  const verdict = verdictFrom(checks);
  const told = checks.filter(({ step }) => verdict !== 'invalid' || OF_THE_FILE.includes(step)).sort((one, other) => STEPS.indexOf(one.step) - STEPS.indexOf(other.step));
  const shown = SHOWN.some((one) => one === verdict);
  return { verdict, checks: told, file: null, slip: null, ...more, certificate: shown ? (more.certificate ?? null) : null, foreign: verdict === 'invalid' ? null : (more.foreign ?? null) };
}
