import {
  type CertificateState,
  type Outcome,
  type Step,
  type Verification,
  type VerificationVerdict,
  type VerifiedCertificate,
  verdictOn,
  VERDICTS,
} from '../../core/domain/index.js';
import type { Withheld } from './tries.js';

/** The steps that an answer about a number and a name always names, done or not: answers are alike in shape. */
export const ROW_STEPS = [
  'number',
  'register',
  'notRevoked',
  'notReplaced',
  'notExpired',
] as const satisfies readonly Step[];
export type RowStep = (typeof ROW_STEPS)[number];
export type RowChecks = Readonly<Record<RowStep, Outcome>>;

/** A certificate as a machine is told of it; days are `YYYY-MM-DD`. */
export interface ToldCertificate {
  readonly number: string;
  readonly url: string;
  readonly recipient: { readonly name: string; readonly latinName: string | null };
  readonly achievement: { readonly nameZh: string; readonly nameEn: string };
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly reason: string | null;
  readonly replacedBy: { readonly number: string; readonly url: string } | null;
}

export interface ToldAnswer {
  readonly number: string;
  readonly name: string;
  readonly verdict: VerificationVerdict;
  /** Why no more is told; `null` where the answer is whole. */
  readonly withheld: Withheld | null;
  readonly checks: RowChecks;
  readonly certificate: ToldCertificate | null;
}

/** Every step of the row; one that was not reached is `unknown`. */
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

/** @param address the public address of a certificate's token */
export function toldCertificate(
  { token, facts, expiresOn, reason, replacedBy }: Omit<VerifiedCertificate, 'id' | 'issuedAt' | 'revokedAt'>,
  address: (token: string) => string,
): ToldCertificate {
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
 * The same in a row that was answered before: it says nothing that came later than its verdict, and no reason that the
 * public page holds back.
 */
export function toldInRow(
  verdict: VerificationVerdict,
  certificate: Parameters<typeof toldCertificate>[0] & { readonly hidden: boolean },
  address: (token: string) => string,
): ToldCertificate {
  const told = toldCertificate(certificate, address);
  return {
    ...told,
    reason: verdict === 'revoked' && !certificate.hidden ? told.reason : null,
    replacedBy: verdict === 'superseded' ? told.replacedBy : null,
  };
}

/**
 * Whether a verdict about a certificate would be given again on a day (`YYYY-MM-DD`).
 * @param certificate `null`: its record is not as it was issued
 */
export function wasJudgedSo(
  verdict: VerificationVerdict,
  certificate: { readonly state: CertificateState; readonly expiresOn: string | null } | null,
  today: string,
): boolean {
  const isAboutIt = VERDICTS.some((one) => one === verdict);
  return !isAboutIt || (certificate !== null && verdictOn(today, certificate) === verdict);
}

/** What is answered where no more is told: nothing, whatever the register says. */
export const NOT_TOLD: Verification = {
  verdict: 'couldNotCheck',
  checks: [],
  certificate: null,
  foreign: null,
  file: null,
  slip: null,
};
