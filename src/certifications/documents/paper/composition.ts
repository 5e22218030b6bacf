import type { PictureBytes } from '../../../platform/index.js';
import type { CertificateFacts, PictureKey } from '../../core/domain/index.js';
import type { Fineness } from './drawing/guilloche.js';
import type { Stamp } from './stamp.js';

/** Pictures that facts name, by key. */
export type PaperPictures = ReadonlyMap<string, PictureBytes>;

/**
 * The picture that a part of the facts names; `null`: it names none.
 * @throws Error if it was not given: nothing is drawn without it
 */
export function pictureNamed(key: PictureKey | undefined, pictures: PaperPictures): PictureBytes | null {
  if (!key) return null;
  const picture = pictures.get(key);
  if (!picture) throw new Error(`Picture ${key} is named, and was not given`);
  return picture;
}

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
