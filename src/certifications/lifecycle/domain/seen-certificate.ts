import { fingerprint } from '../../../platform/ids.js';
import type { CertificateFacts, CertificateState } from '../../core/domain/index.js';
import type { RenewalTerms } from './renewing.js';

/** What a page shows of a certificate before somebody acts upon it. */
export interface SeenCertificate {
  readonly id: string;
  readonly state: CertificateState;
  readonly facts: Pick<CertificateFacts, 'number' | 'recipient' | 'achievement' | 'expiresOn'>;
  /** Address that the new credential will name; `null`: none, or the act makes no credential. */
  readonly email: string | null;
  /** What the new last day is counted by; `null`: the act is no renewal. */
  readonly terms: RenewalTerms | null;
}

/** For an act on what a page has shown. */
export interface ActsOnSeen {
  /** Fingerprint of what was shown; the act is refused if it differs now. Omitted: nothing was shown. */
  readonly seen?: string | undefined;
}

/** The fingerprint of what a page shows of a certificate. */
export function seenOf({ id, state, facts, email, terms }: SeenCertificate): string {
  const { number, recipient, achievement, expiresOn } = facts;
  const { name, latinName } = recipient;
  const { nameZh, nameEn } = achievement;
  const counted = terms && [terms.countedFrom, terms.months];
  return fingerprint(JSON.stringify([id, state, number, name, latinName, nameZh, nameEn, expiresOn, email, counted]));
}

/** The fingerprint of a list of certificates, in its order. */
export function seenOfAll(each: readonly string[]): string {
  return fingerprint(each.join(' '));
}
