import { type CertificateState, hasExpired } from './status.js';
import {
  type Check,
  NEEDS_CERTIFICATE,
  NOTHING_WHYS,
  type NothingWhy,
  type Outcome,
  type Step,
  STEPS,
  type Verification,
  type VerificationVerdict,
  type VerifiedCertificate,
  type Why,
} from './verification.js';

export const ok = (step: Step, why: Why | null = null): Check => ({ step, outcome: 'ok', why });
export const failed = (step: Step, why: Why | null = null): Check => ({ step, outcome: 'failed', why });
export const unknown = (step: Step, why: Why | null = null): Check => ({ step, outcome: 'unknown', why });

/** The steps that the register itself answers, on a day (`YYYY-MM-DD`). */
export function standingOn(
  today: string,
  { state, expiresOn }: { readonly state: CertificateState; readonly expiresOn: string | null },
): Check[] {
  return [
    state === 'revoked' ? failed('notRevoked') : ok('notRevoked'),
    state === 'superseded' ? failed('notReplaced') : ok('notReplaced'),
    hasExpired(today, expiresOn) ? failed('notExpired') : ok('notExpired'),
  ];
}

/** If one of these failed, the file was altered or signed in another's name. */
const TELL_FORGERY = ['whole', 'signature', 'issuerKey', 'unaltered'] as const satisfies readonly Step[];
/** Steps that a file must pass; a missing step counts as not passed. */
const OF_A_FILE: readonly Step[] = ['format', ...TELL_FORGERY];
/** Steps that a certificate has to pass, however it was looked up. An expired certificate still passes them. */
const OF_A_CERTIFICATE: readonly Step[] = ['register', 'notRevoked', 'notReplaced'];

/** The verdict that follows from the steps. Other steps do not count. */
export function verdictFrom(checks: readonly Check[]): VerificationVerdict {
  const is = (step: Step, outcome: Outcome, why?: Why): boolean =>
    checks.some(
      (check) => check.step === step && check.outcome === outcome && (why === undefined || check.why === why),
    );
  const passed = (steps: readonly Step[]): boolean =>
    steps.every((step) => is(step, 'ok') && !is(step, 'failed') && !is(step, 'unknown'));
  const ofAFile = checks.some(({ step }) => step === 'format');
  if (TELL_FORGERY.some((step) => is(step, 'failed'))) return 'invalid';
  // It may use the academy's name: neither "another issuer" nor "nothing to check" would be true then.
  if (is('claims', 'unknown')) return 'couldNotCheck';
  if (is('format', 'failed') || is('signature', 'unknown', 'notSigned')) return 'nothingToCheck';
  if (is('register', 'unknown', 'notOurs')) return fitsItself(checks) ? 'foreign' : 'couldNotCheck';
  if (is('number', 'failed') || is('register', 'failed')) return 'notFound';
  if (ofAFile && !passed(OF_A_FILE)) return 'couldNotCheck';
  if (is('notRevoked', 'failed')) return 'revoked';
  if (is('notReplaced', 'failed')) return 'superseded';
  const open = checks.some(({ step, outcome }) => step !== 'log' && outcome === 'unknown');
  if (is('log', 'failed') || is('claims', 'failed') || open || !passed(OF_A_CERTIFICATE)) return 'couldNotCheck';
  if (is('notExpired', 'failed')) return 'expired';
  return is('notExpired', 'ok') ? 'valid' : 'couldNotCheck';
}

/**
 * Of another issuer's credential:
 * nothing was changed since it was signed, and no step needs another service.
 */
function fitsItself(checks: readonly Check[]): boolean {
  const find = (step: Step): Check | undefined => checks.find((check) => check.step === step);
  const key = find('issuerKey');
  const signed = (['format', 'whole', 'signature'] as const).every((step) => find(step)?.outcome === 'ok');
  return signed && (key?.outcome === 'ok' || key?.why === 'selfNamed') && find('notRevoked')?.why !== 'foreignStatus';
}

const SHOWN: readonly VerificationVerdict[] = ['valid', 'expired', 'revoked', 'superseded'];
/**
 * Steps shown for a file that cannot be trusted: how that was detected, and nothing of the certificate it names.
 */
const STEPS_SHOWN_FOR_INVALID: readonly Step[] = [
  'number',
  'format',
  'whole',
  'signature',
  'issuerKey',
  'claims',
  'unaltered',
];

/**
 * An answer in the order of the steps.
 * Where the verdict is not one about a certificate, nothing of a certificate is in it.
 */
export function answered(checks: readonly Check[], more: Partial<Verification> = {}): Verification {
  const verdict = provenVerdict(verdictFrom(checks), more.certificate ?? null);
  const shown = checks
    .filter(({ step }) => verdict !== 'invalid' || STEPS_SHOWN_FOR_INVALID.includes(step))
    .sort((one, other) => STEPS.indexOf(one.step) - STEPS.indexOf(other.step));
  return {
    verdict,
    checks: shown,
    file: null,
    slip: null,
    ...more,
    certificate: SHOWN.includes(verdict) ? (more.certificate ?? null) : null,
    foreign: verdict === 'foreign' || verdict === 'couldNotCheck' ? (more.foreign ?? null) : null,
  };
}

/** Why nothing in a file could be checked; `null` with any other verdict. */
export function whyNothing({ verdict, checks }: Pick<Verification, 'verdict' | 'checks'>): NothingWhy | null {
  if (verdict !== 'nothingToCheck') return null;
  const check =
    checks.find(({ step, outcome }) => step === 'format' && outcome === 'failed') ??
    checks.find(({ step, outcome }) => step === 'signature' && outcome === 'unknown');
  return NOTHING_WHYS.find((one) => one === check?.why) ?? null;
}

/** A verdict without a certificate, whatever the steps say. */
function provenVerdict(verdict: VerificationVerdict, certificate: VerifiedCertificate | null): VerificationVerdict {
  return certificate === null && NEEDS_CERTIFICATE.some((one) => one === verdict) ? 'couldNotCheck' : verdict;
}
