import { composeFirst } from './compose-first.js';
import { composeLaidOut } from './compose-laid-out.js';
import type { Composition } from './composition.js';
import type { Picture } from './drawing/picture.js';

export { type Composition, type PaperPictures, pictureNamed } from './composition.js';

/**
 * The whole certificate in reading order; what it prints is `facts`, their pictures and the address of its page.
 * @throws Error if the facts name a picture that was not given
 */
export function composeCertificate(composition: Composition): Picture {
  return composition.facts.shape === 1 ? composeFirst(composition) : composeLaidOut(composition);
}
