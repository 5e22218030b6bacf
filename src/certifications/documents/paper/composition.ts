import type { PictureBytes } from '../../../platform/index.js';
import type { CertificateFacts } from '../../core/domain/index.js';
import type { Fineness } from './drawing/guilloche.js';
import type { Stamp } from './stamp.js';

/** Pictures that facts name, by key. */
export type PaperPictures = ReadonlyMap<string, PictureBytes>;

export interface Composition {
  readonly facts: CertificateFacts;
  /** What the QR code opens. */
  readonly address: string;
  /** Days as each language prints them. */
  readonly days: { readonly zh: (day: string) => string; readonly en: (day: string) => string };
  readonly stamp: Stamp | null;
  readonly fineness?: Fineness;
  /** Every picture that the facts name: composing asks nobody. */
  readonly pictures?: PaperPictures;
}
