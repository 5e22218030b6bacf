import { blockers, type Refusal, refuse } from '../../../platform/refusals.js';
import type { CertificateState } from '../../core/domain/index.js';
import type { IssuingRefusalCode } from './refusals.js';

type No = Refusal<IssuingRefusalCode> | null;

/** What is asked about one trainee of a cohort before a certificate is made out. */
export interface Candidate {
  readonly name: string;
  readonly latinName: string | null;
  readonly enrolmentState: string;
  /** Of this enrolment and achievement, newest first. */
  readonly earlier: readonly { readonly number: string; readonly state: CertificateState; readonly on: string }[];
  /** The number kept for it while it is being issued. */
  readonly underWay: string | null;
  /** Characters of the names that the paper's fonts cannot draw. */
  readonly unprintable: readonly string[];
}

const enrolmentIsCompleted = ({ enrolmentState }: Candidate): No =>
  enrolmentState === 'completed' ? null : refuse('enrolmentNotCompleted');

const noneIsHeld = ({ earlier }: Candidate): No => {
  const held = earlier.find((one) => one.state === 'valid');
  return held ? refuse('certificateAlreadyIssued', { number: held.number, on: held.on }) : null;
};

/** A revoked certificate has its reason: only its own page issues another. */
const noneWasRevoked = ({ earlier }: Candidate): No => {
  const revoked = earlier.find((one) => one.state === 'revoked');
  return revoked && !earlier.some((one) => one.state === 'valid')
    ? refuse('certificateRevokedBefore', { number: revoked.number, on: revoked.on })
    : null;
};

const nameIsPrintable = ({ unprintable }: Candidate): No =>
  unprintable.length === 0 ? null : refuse('nameNotPrintable', { characters: unprintable.join(' ') });

const noneIsUnderWay = ({ underWay }: Candidate): No =>
  underWay === null ? null : refuse('certificateUnderWay', { number: underWay });

/** Every reason why this trainee gets no certificate now; empty: may be issued. */
export function issuingBlockers(candidate: Candidate): Refusal<IssuingRefusalCode>[] {
  return blockers([enrolmentIsCompleted, noneIsHeld, noneWasRevoked, noneIsUnderWay, nameIsPrintable], candidate);
}

/** What is asked about the cohort's course before anybody's certificate is made out. */
export interface Occasion {
  readonly achievementId: string | null;
  /** The day until which all certificates of the achievement hold, if it names one. */
  readonly validUntil: string | null;
  readonly today: string;
}

const courseLeadsSomewhere = ({ achievementId }: Occasion): No =>
  achievementId === null ? refuse('courseLeadsToNothing') : null;

const itStillHolds = ({ validUntil, today }: Occasion): No =>
  validUntil !== null && validUntil < today ? refuse('achievementHeldUntil', { until: validUntil }) : null;

export function occasionBlockers(occasion: Occasion): Refusal<IssuingRefusalCode>[] {
  return blockers([courseLeadsSomewhere, itStillHolds], occasion);
}
