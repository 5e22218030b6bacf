import canonicalizeModule from 'canonicalize';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Credential } from './credential.js';
import { didDocument, keyDocument } from './did-document.js';
import type { AssertionKey, JwtKey, PublicKey } from './keys/key-ring.js';
import { ed25519FromMultibase } from './multibase.js';
import { schemaFaults } from './schema.js';

// Its types speak of a default export; what Node loads is the function itself.
const canonicalize = canonicalizeModule as unknown as (input: unknown) => string | undefined;

const signing = promisify(sign);

/** The result failed its own check: an internal error. */
export class UnsoundCredential extends Error {}

/**
 * Signs (eddsa-rdfc-2022), then checks the result by schema and proof, and returns the exact text to store and serve.
 * Libraries are loaded at the first call. @throws UnsoundCredential
 */
export async function signCredential(unsigned: Credential, key: AssertionKey, at: number): Promise<string> {
  const signed = await soundlySigned(unsigned, key, at);
  const faults = await schemaFaults(signed);
  if (faults.length > 0) throw new UnsoundCredential(`The credential breaks its schema: ${faults.join('; ')}`);
  return JSON.stringify(signed);
}

/** The same for a status list. @throws UnsoundCredential */
export async function signListCredential(unsigned: Credential, key: AssertionKey, at: number): Promise<string> {
  return JSON.stringify(await soundlySigned(unsigned, key, at));
}

async function soundlySigned(unsigned: Credential, key: AssertionKey, at: number): Promise<Credential> {
  const { proofHolds, withProof } = await import('./data-integrity.js');
  const { proof, ...rest } = await withProof(unsigned, key, at);
  const signed = { ...rest, proof: [proof] };
  const { verified, fault } = await proofHolds(signed, knownDocuments([publicPartOf(key)]), {
    at: whileItHolds(unsigned, at),
  });
  if (!verified) throw new UnsoundCredential(`The credential does not verify: ${fault}`);
  return signed;
}

/** A certificate from before the academy signed may have expired by now: its proof is checked at its last moment. */
function whileItHolds(unsigned: Credential, at: number): number {
  const { validUntil } = unsigned as { readonly validUntil?: string };
  return validUntil === undefined ? at : Math.min(at, Date.parse(validUntil));
}

/**
 * The credential as a VC-JWT (ES256):
 * its payload is the credential without proof, with the registered claims that Open Badges asks for.
 */
export async function jwtOf(unsigned: Credential, key: JwtKey): Promise<string> {
  const { importJWK, SignJWT } = await import('jose');
  const { id, issuer, credentialSubject, validFrom, validUntil } = unsigned as {
    id: string;
    issuer: { id: string };
    credentialSubject: { id: string };
    validFrom: string;
    validUntil?: string;
  };
  const claims = {
    iss: issuer.id,
    jti: id,
    sub: credentialSubject.id,
    nbf: secondsSince(validFrom),
    ...(validUntil === undefined ? {} : { exp: secondsSince(validUntil) }),
  };
  return new SignJWT({ ...unsigned, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: key.id, typ: 'JWT' })
    .sign(await importJWK(key.privateJwk, 'ES256'));
}

/**
 * A statement of the academy's (an answer file, for example;
 * JSON) as a compact JWS (ES256) that its did document vouches for. Large ones are signed beside the thread.
 */
export async function signText(statement: string, key: JwtKey): Promise<string> {
  const head = Buffer.from(JSON.stringify({ alg: 'ES256', kid: key.id })).toString('base64url');
  const input = Buffer.from(`${head}.${Buffer.from(statement).toString('base64url')}`);
  await setImmediate();
  const privateKey = createPrivateKey({ key: { ...key.privateJwk }, format: 'jwk' });
  const signature = await signing('sha256', input, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input.toString('latin1')}.${signature.toString('base64url')}`;
}

/** SHA-256, in hex, of a signed credential's JCS form, as in the log. */
export function credentialHash(text: string): string {
  return createHash('sha256')
    .update(canonicalize(JSON.parse(text)) ?? '')
    .digest('hex');
}

/** The did documents and keys of the issuer by their addresses, as a loader answers them. */
export function knownDocuments(keys: readonly PublicKey[]): ReadonlyMap<string, object> {
  const asserting = keys.filter(({ kind }) => kind === 'assertion' || kind === 'jwt');
  const dids = [...new Set(asserting.map(({ did }) => did))];
  return new Map<string, object>([
    ...dids.map((did) => [did, didDocument(did, asserting)] as const),
    ...asserting.map((key) => [key.id, keyDocument(key)] as const),
  ]);
}

function publicPartOf({ id, publicKeyMultibase }: AssertionKey): PublicKey {
  const x = ed25519FromMultibase(publicKeyMultibase)?.toString('base64url') ?? '';
  return {
    did: id.split('#')[0]!,
    kind: 'assertion',
    id,
    material: { jwk: { kty: 'OKP', crv: 'Ed25519', x } },
    state: 'active',
    createdAt: 0,
    retiredAt: null,
    compromisedAt: null,
  };
}

function secondsSince(text: string): number {
  return Math.floor(new Date(text).getTime() / 1000);
}
