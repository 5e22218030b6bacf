import {
  type CertificateState,
  type Outcome,
  shownTo,
  showsFacts,
  type Step,
  type Verification,
  type VerificationVerdict,
  type VerifiedCertificate,
  verdictOn,
  VERDICTS,
} from '../../core/domain/index.js';
import type { Withheld } from './try-limits.js';

/** Steps that every answer about a number and a name lists, reached or not, so that all answers have the same shape. */
export const ROW_STEPS = [
  'number',
  'register',
  'notRevoked',
  'notReplaced',
  'notExpired',
] as const satisfies readonly Step[];
export type RowStep = (typeof ROW_STEPS)[number];
export type RowChecks = Readonly<Record<RowStep, Outcome>>;

/** A certificate in API answers; days are `YYYY-MM-DD`. */
export interface CertificateJson {
  readonly number: string;
  readonly url: string;
  readonly recipient: { readonly name: string; readonly latinName: string | null };
  readonly achievement: { readonly nameZh: string; readonly nameEn: string };
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly reason: string | null;
  readonly replacedBy: { readonly number: string; readonly url: string } | null;
}

export interface AnswerJson {
  readonly number: string;
  readonly name: string;
  readonly verdict: VerificationVerdict;
  /** Why the answer was withheld; `null` if it was not. */
  readonly withheld: Withheld | null;
  readonly checks: RowChecks;
  readonly certificate: CertificateJson | null;
}

/** Steps that were not reached are `unknown`. */
export function rowChecks({ checks }: Pick<Verification, 'checks'>): RowChecks {
  const outcome = (step: RowStep): Outcome => checks.find((check) => check.step === step)?.outcome ?? 'unknown';
  return {
    number: outcome('number'),
    register: outcome('register'),
    notRevoked: outcome('notRevoked'),
    notReplaced: outcome('notReplaced'),
    notExpired: outcome('notExpired'),
  };
}

/** @param address builds the public address from a certificate's token */
export function certificateJson(
  { token, facts, expiresOn, reason, replacedBy }: Omit<VerifiedCertificate, 'id' | 'issuedAt' | 'revokedAt'>,
  address: (token: string) => string,
): CertificateJson {
  return {
    number: facts.number,
    url: address(token),
    recipient: { name: facts.recipient.name, latinName: facts.recipient.latinName },
    achievement: { nameZh: facts.achievement.nameZh, nameEn: facts.achievement.nameEn },
    issuedOn: facts.issuedOn,
    expiresOn,
    reason,
    replacedBy: replacedBy && { number: replacedBy.number, url: address(replacedBy.token) },
  };
}

/**
 * The same for a row answered earlier. It shows nothing newer than its verdict, and no reason that the public page
 * hides.
 */
export function certificateJsonInRow(
  verdict: VerificationVerdict,
  certificate: Parameters<typeof certificateJson>[0] & { readonly hidden: boolean },
  address: (token: string) => string,
): CertificateJson {
  const json = certificateJson(certificate, address);
  return {
    ...json,
    reason: verdict === 'revoked' && !certificate.hidden ? json.reason : null,
    replacedBy: verdict === 'superseded' ? json.replacedBy : null,
  };
}

/** What decides a verdict about a certificate. */
export interface Standing {
  readonly state: CertificateState;
  readonly expiresOn: string | null;
  /** Its holder hides it. */
  readonly hidden: boolean;
}

/**
 * Whether the same question would get the same verdict about a certificate on a day (`YYYY-MM-DD`).
 * @param certificate `null`: its record was altered
 */
export function verdictStillHolds(
  verdict: VerificationVerdict,
  certificate: Standing | null,
  { today, way }: { readonly today: string; readonly way: 'numberAndName' | 'address' | 'copy' },
): boolean {
  if (!VERDICTS.some((one) => one === verdict)) return true;
  return certificate !== null && showsFacts(shownTo({ way }, certificate)) && verdictOn(today, certificate) === verdict;
}

/** `hidden`: its holder hides it. `couldNotCheck`: its record was altered. */
export const VERDICTS_NOW = [...VERDICTS, 'hidden', 'couldNotCheck'] as const;
export type VerdictNow = (typeof VERDICTS_NOW)[number];

/**
 * What holds on a day (`YYYY-MM-DD`) of a verdict that was given before; `null` if it was about no certificate. Of one
 * that is hidden is told, as at its address, that it was revoked, and nothing else.
 * @param certificate `null`: its record was altered
 */
export function verdictNow(
  verdict: VerificationVerdict,
  certificate: Standing | null,
  today: string,
): VerdictNow | null {
  if (!VERDICTS.some((one) => one === verdict)) return null;
  if (certificate === null) return 'couldNotCheck';
  const now = verdictOn(today, certificate);
  const isHidden = !showsFacts(shownTo({ way: 'address' }, certificate));
  return isHidden && now !== 'revoked' ? 'hidden' : now;
}

/** The answer when a limit is reached: it discloses nothing from the register. */
export const WITHHELD_VERIFICATION: Verification = {
  verdict: 'couldNotCheck',
  checks: [],
  certificate: null,
  foreign: null,
  file: null,
  slip: null,
};
