import { createPublicKey, type KeyObject } from 'node:crypto';
import { type Check, ok, unknown } from '../../../core/domain/index.js';
import type { PublicKey } from '../keys/key-ring.js';
import { ed25519FromMultibase, ed25519Multibase } from '../multibase.js';

/**
 * The academy's own keys, for every address that it has had; retired keys still verify what they signed.
 */
export interface OwnKeys {
  readonly assertion: readonly { readonly id: string; readonly publicKeyMultibase: string }[];
  readonly jwt: readonly {
    readonly id: string;
    readonly jwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
  }[];
  /** Certificates (PEM) of the roots and signers of the paper. */
  readonly paper: readonly string[];
  /** Ids and certificates (PEM) of compromised keys among these: their signatures prove nothing by themselves. */
  readonly compromised: readonly string[];
}

export function ownKeysFrom(keys: readonly PublicKey[]): OwnKeys {
  const found = {
    assertion: [] as OwnKeys['assertion'][number][],
    jwt: [] as OwnKeys['jwt'][number][],
    paper: [] as string[],
    compromised: [] as string[],
  };
  for (const { id, kind, material, state } of keys) {
    if ('certificatePem' in material) found.paper.push(material.certificatePem);
    else if (kind === 'assertion')
      found.assertion.push({ id, publicKeyMultibase: ed25519Multibase(Buffer.from(material.jwk.x, 'base64url')) });
    else if (kind === 'jwt' && material.jwk.kty === 'EC') found.jwt.push({ id, jwk: material.jwk });
    if (state === 'compromised') found.compromised.push('certificatePem' in material ? material.certificatePem : id);
  }
  return found;
}

/**
 * Who a signing key belongs to. A `did:key` names itself, so anybody can create one under any name.
 */
export type KeyStanding = 'own' | 'compromised' | 'selfNamed';

export type FoundKey<Key> =
  | { readonly kind: 'found'; readonly key: Key; readonly standing: KeyStanding }
  | { readonly kind: 'notIssuers' }
  | { readonly kind: 'notReachable' };

/** `isNamedElsewhere`: the token names its key by an address that is not within the issuer's document. */
export type FoundJwtKey = Extract<FoundKey<KeyObject>, { kind: 'found' }> & { readonly isNamedElsewhere?: true };

/** The step `issuerKey` if the signature is correct. */
export function keyCheck(standing: KeyStanding): Check {
  if (standing === 'own') return ok('issuerKey');
  return unknown('issuerKey', standing === 'compromised' ? 'keyCompromised' : 'selfNamed');
}

export const didOf = (keyId: string): string => keyId.split('#')[0] ?? '';

const isOwn = (did: string, keys: OwnKeys): boolean =>
  [...keys.assertion, ...keys.jwt].some(({ id }) => didOf(id) === did);

/** Whether a credential that names this issuer names the academy. */
export function issuerIsOurs(issuer: string, keys: OwnKeys): boolean {
  return isOwn(issuer, keys);
}

/**
 * Whether it is known which keys an issuer has: ours are, and a `did:key` names its own. Any other issuer may keep its
 * keys under any address, which only that issuer can tell.
 */
export function hasKnownKeys(issuer: string, keys: OwnKeys): boolean {
  return isOwn(issuer, keys) || multibaseOf(issuer) !== null;
}

/**
 * The key of a Data Integrity proof. A key proves something only of the issuer whose document names it: ours is known,
 * a `did:key` is its own document, and another issuer's document is never fetched.
 */
export function assertionKey(
  issuer: string,
  keyId: string,
  keys: OwnKeys,
): FoundKey<string> | { readonly kind: 'unnamed' } {
  const own = keys.assertion.find(({ id }) => id === keyId);
  if (own && didOf(keyId) === issuer)
    return { kind: 'found', key: own.publicKeyMultibase, standing: ownStanding(own.id, keys) };
  if (isOwn(issuer, keys) || isOwn(didOf(keyId), keys)) return { kind: 'notIssuers' };
  const multibase = multibaseOf(issuer);
  if (multibase === null) return { kind: 'notReachable' };
  if (keyId === issuer) return { kind: 'unnamed' };
  return keyId === `${issuer}#${multibase}`
    ? { kind: 'found', key: multibase, standing: 'selfNamed' }
    : { kind: 'notIssuers' };
}

/** The key of a JWT, by its `kid`. A key inside the token (`jwk`) proves nothing and is ignored. */
export function jwtKey(
  issuer: string,
  kid: string,
  keys: OwnKeys,
): FoundJwtKey | Exclude<FoundKey<KeyObject>, { kind: 'found' }> {
  const keyId = kid.startsWith('#') ? issuer + kid : kid;
  const own = keys.jwt.find(({ id }) => id === keyId);
  if (own && didOf(keyId) === issuer)
    return {
      kind: 'found',
      key: createPublicKey({ key: own.jwk, format: 'jwk' }),
      standing: ownStanding(own.id, keys),
    };
  if (isOwn(issuer, keys) || isOwn(didOf(keyId), keys)) return { kind: 'notIssuers' };
  const multibase = multibaseOf(issuer);
  const key = multibase === null ? null : ed25519From(multibase);
  if (!key) return { kind: 'notReachable' };
  // A name within the issuer's document, or none, can only mean its one key. So may any other address (such as a
  // thumbprint), unless it names the key of another `did:key`.
  if (didOf(keyId) === issuer || !keyId.includes(':')) return { kind: 'found', key, standing: 'selfNamed' };
  if (multibaseOf(didOf(keyId)) !== null) return { kind: 'notIssuers' };
  return { kind: 'found', key, standing: 'selfNamed', isNamedElsewhere: true };
}

const ownStanding = (keyId: string, { compromised }: OwnKeys): KeyStanding =>
  compromised.includes(keyId) ? 'compromised' : 'own';

function multibaseOf(did: string): string | null {
  return /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{40,60})$/.exec(did)?.[1] ?? null;
}

function ed25519From(multibase: string): KeyObject | null {
  const bytes = ed25519FromMultibase(multibase);
  return bytes
    ? createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' })
    : null;
}
