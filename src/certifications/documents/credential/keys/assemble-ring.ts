import type { Ed25519Jwk, KeyKind, P256Jwk, PublicMaterial } from '../../../core/domain/index.js';
import { type KeyRing, LogKey, type PaperKey } from './key-ring.js';
import type { PrivateMaterial } from './make-keys.js';

/** A stored key with its private part opened. */
export interface OpenKey {
  readonly kind: KeyKind;
  readonly keyId: string;
  readonly material: PublicMaterial;
  readonly secret: PrivateMaterial;
}

/**
 * The ring out of the keys that sign for `did` today. `boundKeys`: those that the register's state lists.
 * @throws Error where one is missing
 */
export function assembleRing(did: string, keys: readonly OpenKey[], boundKeys = ''): KeyRing {
  const [assertion, jwt, log, signer] = (['assertion', 'jwt', 'log', 'paperSigner'] as const).map((kind) => {
    const key = keys.find((one) => one.kind === kind);
    if (!key) throw new Error(`${did} has no key to sign ${kind}`);
    return key;
  }) as [OpenKey, OpenKey, OpenKey, OpenKey];
  const jwtJwk = jwkOf<P256Jwk>(jwt);
  return {
    did,
    assertion: {
      id: `${did}#${assertion.keyId}`,
      publicKeyMultibase: assertion.keyId,
      privateJwk: jwkOf<Ed25519Jwk>(assertion),
    },
    jwt: {
      id: `${did}#${jwt.keyId}`,
      publicJwk: { kty: 'EC', crv: 'P-256', x: jwtJwk.x, y: jwtJwk.y },
      privateJwk: jwtJwk,
    },
    log: new LogKey('jwk' in log.material ? (log.material.name ?? '') : '', jwkOf<Ed25519Jwk>(log), boundKeys),
    paper: paperOf(signer),
  };
}

function jwkOf<Jwk extends Ed25519Jwk | P256Jwk>({ keyId, material, secret }: OpenKey): Jwk & { readonly d: string } {
  if (!('jwk' in material) || !('d' in secret)) throw new Error(`${keyId} is no JWK`);
  return { ...(material.jwk as Jwk), d: secret.d };
}

function paperOf({ keyId, material, secret }: OpenKey): PaperKey {
  if (!('certificatePem' in material) || !('keyPem' in secret)) throw new Error(`${keyId} is no certificate`);
  const { certificatePem, chainPem, keyType = 'EC' } = material;
  return {
    keyType,
    rootPem: chainPem.at(-1) ?? certificatePem,
    signerPem: certificatePem,
    chainPem,
    signerKeyPem: secret.keyPem,
  };
}
