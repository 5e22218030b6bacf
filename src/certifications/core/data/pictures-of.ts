import { type PictureBytes, type QueryFunction, requiredPictures } from '../../../platform/index.js';
import { type CertificateFacts, pictureKeysOf } from '../domain/facts.js';

/**
 * The bytes of every picture that a certificate prints, by key:
 * what composing needs beside the facts, also in another thread.
 * @throws PictureAltered if one is missing or altered: nothing is drawn or signed without it
 */
export function picturesOf(
  query: QueryFunction,
  facts: Pick<CertificateFacts, 'achievement' | 'seal' | 'signatories'>,
): Promise<ReadonlyMap<string, PictureBytes>> {
  return requiredPictures(query, pictureKeysOf(facts));
}
