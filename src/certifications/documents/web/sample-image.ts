import type { CertificateFacts } from '../../core/index.js';
import type { PaperPictures } from '../paper/compose.js';
import { COARSE, FINE } from '../paper/drawing/guilloche.js';
import type { Printing } from '../paper/printing.js';

interface Look {
  readonly large?: boolean;
  /** Every picture that the facts name. */
  readonly pictures?: PaperPictures;
}

/** A certificate not yet issued, as an inline image; nothing is stored. */
export function sampleImage(
  facts: CertificateFacts,
  printing: Printing,
  { large = false, pictures }: Look = {},
): string {
  return `data:image/svg+xml;base64,${Buffer.from(printing.svg(unissued(facts, pictures), large ? FINE : COARSE)).toString('base64')}`;
}

export const unissued = (facts: CertificateFacts, pictures: PaperPictures = new Map()) => ({
  token: 'sample',
  facts,
  pictures,
  state: 'valid' as const,
  issuedAt: 0,
  expiresOn: null,
  revokedAt: null,
  replacedAt: null,
});

/** The size of the image that stands on a page, in pixels. */
export function sizeOn({ layout }: Pick<CertificateFacts, 'layout'>): {
  readonly width: number;
  readonly height: number;
} {
  return layout?.paper === 'portrait' ? { width: 595, height: 842 } : { width: 842, height: 595 };
}
