import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { AssertionKey } from '../../src/certifications/documents/credential/keys/key-ring.js';
import { ed25519Multibase } from '../../src/certifications/documents/credential/multibase.js';

export interface EcKey {
  readonly privateKey: KeyObject;
  readonly publicJwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
}

/** A P-256 key, made for a test. */
export function anEcKey(): EcKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, publicJwk: { kty, crv, x, y } };
}

/** An Ed25519 key, made for a test. */
export function anEdKey(): Omit<AssertionKey, 'id'> {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return {
    publicKeyMultibase: ed25519Multibase(Buffer.from(x, 'base64url')),
    privateJwk: { kty: 'OKP', crv: 'Ed25519', x, d },
  };
}
