import { createHash, createPrivateKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { Ed25519Jwk, KeyKind, P256Jwk, PublicMaterial } from '../../../core/domain/index.js';
import { ed25519Multibase } from '../multibase.js';
import { logKeyHash } from './key-ring.js';

const PUBLIC = { type: 'spki', format: 'der' } as const;
const PRIVATE = { type: 'pkcs8', format: 'der' } as const;

export type PrivateMaterial = { readonly d: string } | { readonly keyPem: string };

/** A key before it is stored: `keyId` is the part after `#`. */
export interface MadeKey {
  readonly kind: KeyKind;
  readonly keyId: string;
  readonly material: PublicMaterial;
  readonly secret: PrivateMaterial;
}

export function makeAssertionKey(): MadeKey {
  const { d, ...jwk } = ed25519();
  return {
    kind: 'assertion',
    keyId: ed25519Multibase(Buffer.from(jwk.x, 'base64url')),
    material: { jwk },
    secret: { d },
  };
}

export function makeLogKey(name: string): MadeKey {
  const { d, ...jwk } = ed25519();
  return {
    kind: 'log',
    keyId: `log-${logKeyHash(name, Buffer.from(jwk.x, 'base64url')).toString('hex')}`,
    material: { jwk, name },
    secret: { d },
  };
}

export function makeJwtKey(): MadeKey {
  const made = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: PUBLIC,
    privateKeyEncoding: PRIVATE,
  });
  const { d, ...jwk } = jwkOf(made.privateKey) as P256Jwk & { d: string };
  return { kind: 'jwt', keyId: thumbprint(jwk), material: { jwk }, secret: { d } };
}

/** RFC 7638. */
export function thumbprint({ crv, kty, x, y }: P256Jwk): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

function ed25519(): Ed25519Jwk & { d: string } {
  return jwkOf(
    generateKeyPairSync('ed25519', { publicKeyEncoding: PUBLIC, privateKeyEncoding: PRIVATE }).privateKey,
  ) as Ed25519Jwk & { d: string };
}

/**
 * By way of its bytes: where Node 20 collects garbage while it exports the key object that was just generated, it waits
 * for itself for ever (the export holds the key's lock, and so wants the job that made it).
 */
function jwkOf(der: Buffer): JsonWebKey {
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
}
