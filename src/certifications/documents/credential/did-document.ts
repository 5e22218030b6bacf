import type { Ed25519Jwk, P256Jwk } from '../../core/domain/index.js';
import { secondsOf } from './instants.js';
import type { PublicKey } from './keys/key-ring.js';
import { ed25519Multibase } from './multibase.js';

export interface VerificationMethod {
  readonly id: string;
  readonly type: 'Multikey' | 'JsonWebKey';
  readonly controller: string;
  readonly publicKeyMultibase?: string;
  readonly publicKeyJwk?: Ed25519Jwk | P256Jwk;
  /** From when its signatures must not be trusted. */
  readonly revoked?: string;
}

export interface DidDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly verificationMethod: readonly VerificationMethod[];
  readonly assertionMethod: readonly string[];
}

const CONTEXTS = [
  'https://www.w3.org/ns/did/v1',
  'https://w3id.org/security/multikey/v1',
  'https://w3id.org/security/jwk/v1',
];

/**
 * The document at `/.well-known/did.json`. Retired keys stay, so that old credentials verify. A compromised key stays
 * listed as revoked, but no longer asserts anything.
 */
export function didDocument(did: string, keys: readonly PublicKey[]): DidDocument {
  const ours = keys.filter((key) => key.did === did && (key.kind === 'assertion' || key.kind === 'jwt'));
  return {
    '@context': CONTEXTS,
    id: did,
    verificationMethod: ours.map(verificationMethod),
    assertionMethod: ours.filter(({ state }) => state !== 'compromised').map(({ id }) => id),
  };
}

/** A key with its context, as a loader answers it when a proof names it. */
export function keyDocument(key: PublicKey): object {
  return { '@context': key.kind === 'assertion' ? CONTEXTS[1] : CONTEXTS[2], ...verificationMethod(key) };
}

function verificationMethod({ id, did, kind, material, compromisedAt }: PublicKey): VerificationMethod {
  if (!('jwk' in material)) throw new Error(`${id} is no key of the did document`);
  const revoked = compromisedAt === null ? {} : { revoked: secondsOf(compromisedAt) };
  if (kind === 'assertion')
    return {
      id,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: ed25519Multibase(Buffer.from(material.jwk.x, 'base64url')),
      ...revoked,
    };
  return { id, type: 'JsonWebKey', controller: did, publicKeyJwk: material.jwk, ...revoked };
}
