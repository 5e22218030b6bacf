import { type QueryFunction, type PictureBytes, picturesByKey } from '../../../platform/index.js';
import type { CertificateFacts, PictureKey } from '../domain/facts.js';

export type Pictures = ReadonlyMap<string, PictureBytes>;

const NONE: Pictures = new Map();

/**
 * The bytes of every picture that a certificate prints, by key:
 * what composing needs beside the facts, also in another thread.
 */
export function picturesOf(
  query: QueryFunction,
  facts: Pick<CertificateFacts, 'achievement' | 'seal' | 'signatories'>,
): Promise<Pictures> {
  const keys = [
    facts.achievement.picture,
    facts.seal.picture,
    ...facts.signatories.map(({ picture }) => picture),
  ].filter(isKey);
  return keys.length === 0 ? Promise.resolve(NONE) : picturesByKey(query, keys);
}

const isKey = (key: PictureKey | undefined): key is string => typeof key === 'string';
