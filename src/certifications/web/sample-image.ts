import type { CertificateFacts } from '../domain/facts.js';
import { COARSE, FINE } from '../paper/guilloche.js';
import type { Printing } from '../paper/printing.js';

/** A certificate that is not issued yet, as an image inside the page: nothing of it is stored. */
export function sampleImage(facts: CertificateFacts, printing: Printing, large = false): string {
  return `data:image/svg+xml;base64,${Buffer.from(printing.svg(unissued(facts), large ? FINE : COARSE)).toString('base64')}`;
}

export const unissued = (facts: CertificateFacts) => ({ token: 'sample', facts, state: 'valid' as const, issuedAt: 0, expiresOn: null, revokedAt: null, replacedAt: null });
