import { daysAfter, monthsAfter } from '../../../platform/clock.js';
import { blockers, type Refusal, refuse } from '../../../platform/refusals.js';
import type { CertificateState } from '../../core/domain/index.js';
import type { LifecycleRefusalCode } from './refusals.js';

/** `onRequest`: the holder may request, the office approves; `byOffice`: only the office renews. */
export const OFFERED = ['onRequest', 'byOffice', 'no'] as const;
export type RenewalOffer = (typeof OFFERED)[number];

export const COUNTED_FROM = ['approval', 'expiry'] as const;
export type CountedFrom = (typeof COUNTED_FROM)[number];

export interface RenewalTerms {
  readonly offered: RenewalOffer;
  /** The day from which the renewal's months run: the day of approval, or the day after the old one's last day. */
  readonly countedFrom: CountedFrom;
  readonly months: number;
  readonly opensDays: number;
  readonly graceDays: number;
}

/** Default for achievements without a rule. */
export function usualTerms(validMonths: number | null): RenewalTerms {
  return { offered: 'onRequest', countedFrom: 'expiry', months: validMonths ?? 24, opensDays: 90, graceDays: 180 };
}

export interface RenewalFacts {
  readonly number: string;
  readonly state: CertificateState;
  readonly expiresOn: string | null;
  /** Number of its existing successor. */
  readonly followedBy: string | null;
  readonly terms: RenewalTerms;
  readonly today: string;
}

type No = Refusal<LifecycleRefusalCode> | null;

const stands = ({ number, state }: RenewalFacts): No =>
  state === 'valid' ? null : refuse('renewalOfInvalid', { number });
const ends = ({ number, expiresOn }: RenewalFacts): No =>
  expiresOn === null ? refuse('renewalWithoutEnd', { number }) : null;
const isNotFollowed = ({ number, followedBy }: RenewalFacts): No =>
  followedBy === null ? null : refuse('renewedBefore', { number, by: followedBy });
const isOffered = ({ terms }: RenewalFacts): No => (terms.offered === 'no' ? refuse('renewalNotOffered') : null);

const isOpen = ({ expiresOn, terms, today }: RenewalFacts): No => {
  const opens = expiresOn === null ? null : daysAfter(expiresOn, -terms.opensDays);
  return opens !== null && today < opens ? refuse('renewalTooEarly', { opens, days: terms.opensDays }) : null;
};

const isInTime = ({ expiresOn, terms, today }: RenewalFacts): No => {
  const closes = expiresOn === null ? null : daysAfter(expiresOn, terms.graceDays);
  return closes !== null && today > closes ? refuse('renewalTooLate', { closes, days: terms.graceDays }) : null;
};

/** All reasons against a renewal today; empty: allowed. */
export function renewalBlockers(facts: RenewalFacts): Refusal<LifecycleRefusalCode>[] {
  const [first] = blockers([stands, ends, isNotFollowed, isOffered], facts);
  return first ? [first] : blockers([isOpen, isInTime], facts);
}

/** Holders may request only if the rule is `onRequest`. */
export function requestBlockers(facts: RenewalFacts): Refusal<LifecycleRefusalCode>[] {
  return facts.terms.offered === 'byOffice'
    ? [refuse<LifecycleRefusalCode>('renewalByOfficeOnly')]
    : renewalBlockers(facts);
}

/**
 * The last day of a renewal approved on a day (`YYYY-MM-DD`). Counted from the expiry, so that an early or late
 * approval loses no day; if it would already be over, from the approval.
 */
export function renewedUntil({
  expiresOn,
  terms,
  today,
}: Pick<RenewalFacts, 'terms' | 'today'> & { readonly expiresOn: string }): string {
  const fromApproval = monthsAfter(today, terms.months);
  if (terms.countedFrom === 'approval') return fromApproval;
  const fromExpiry = monthsAfter(expiresOn, terms.months);
  return fromExpiry > today ? fromExpiry : fromApproval;
}
