import { fingerprint } from '../../../platform/ids.js';
import { blockers, type Refusal, refuse } from '../../../platform/refusals.js';
import type { CertificateState } from '../../core/domain/index.js';
import type { IssuingRefusalCode } from './refusals.js';

type No = Refusal<IssuingRefusalCode> | null;

/** Facts about one trainee for the rules of issuing. */
export interface Candidate {
  readonly name: string;
  readonly latinName: string | null;
  readonly enrolmentState: string;
  /** Outcome, attendance or results are not as they were bound when the cohort was completed. */
  readonly isOutcomeAltered: boolean;
  /** For this enrolment, newest first. */
  readonly earlier: readonly { readonly number: string; readonly state: CertificateState; readonly on: string }[];
  /** Number reserved while it is being issued. */
  readonly underWay: string | null;
  /** Characters of the names that the fonts cannot print. */
  readonly unprintable: readonly string[];
}

const outcomeIsAsBound = ({ isOutcomeAltered, name }: Candidate): No =>
  isOutcomeAltered ? refuse('outcomeAltered', { name }) : null;

/** An altered outcome says nothing about it. */
const enrolmentIsCompleted = ({ enrolmentState, isOutcomeAltered }: Candidate): No =>
  enrolmentState === 'completed' || isOutcomeAltered ? null : refuse('enrolmentNotCompleted');

const noneIsHeld = ({ earlier }: Candidate): No => {
  const held = earlier.find((one) => one.state === 'valid');
  return held ? refuse('certificateAlreadyIssued', { number: held.number, on: held.on }) : null;
};

/** A revoked certificate is only reissued from its own page. */
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

/** All reasons against a certificate for this trainee; empty: may be issued. */
export function issuingBlockers(candidate: Candidate): Refusal<IssuingRefusalCode>[] {
  return blockers(
    [outcomeIsAsBound, enrolmentIsCompleted, noneIsHeld, noneWasRevoked, noneIsUnderWay, nameIsPrintable],
    candidate,
  );
}

/** Facts about the cohort's course for the rules of issuing. */
export interface Occasion {
  readonly achievementId: string | null;
  /** Fixed last day of all certificates of the achievement, if any. */
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

/** The fingerprint of a person who gets a certificate, as shown before the issue: the credential names the address. */
export function seenPerson({ name, latinName, email }: SeenPerson): string {
  return fingerprint(JSON.stringify([name, latinName, email]));
}

/** @param seen the fingerprint when the issue began; `null`: the issue is older than fingerprints */
export function isAsSeen({ seen, ...person }: SeenPerson & { readonly seen: string | null }): boolean {
  return seen === null || seen === seenPerson(person);
}

interface SeenPerson {
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
}
