import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { AssertionKey } from '../../src/certifications/documents/credential/keys/key-ring.js';
import { ed25519Multibase } from '../../src/certifications/documents/credential/multibase.js';

export interface EcKey {
  readonly privateKey: KeyObject;
  readonly publicJwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
}

/** On Node 20, exporting a key object that was just generated can hang for ever (`make-keys.ts`). */
const PUBLIC = { type: 'spki', format: 'pem' } as const;
const PRIVATE = { type: 'pkcs8', format: 'pem' } as const;

export function anEcKey(): EcKey {
  const made = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: PUBLIC,
    privateKeyEncoding: PRIVATE,
  });
  const privateKey = createPrivateKey(made.privateKey);
  const { kty = '', crv = '', x = '', y = '' } = createPublicKey(made.publicKey).export({ format: 'jwk' });
  return { privateKey, publicJwk: { kty, crv, x, y } };
}

export function anEdKey(): Omit<AssertionKey, 'id'> {
  const made = generateKeyPairSync('ed25519', { publicKeyEncoding: PUBLIC, privateKeyEncoding: PRIVATE });
  const { x = '', d = '' } = createPrivateKey(made.privateKey).export({ format: 'jwk' });
  return {
    publicKeyMultibase: ed25519Multibase(Buffer.from(x, 'base64url')),
    privateJwk: { kty: 'OKP', crv: 'Ed25519', x, d },
  };
}
