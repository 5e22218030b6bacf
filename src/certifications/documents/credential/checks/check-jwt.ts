import { compactVerify, decodeProtectedHeader, errors } from 'jose';
import { type Check, failed, ok, unknown } from '../../../core/domain/index.js';
import { checkAnswer, payloadIn } from './check-answer.js';
import type { CheckedCredential } from './check-json.js';
import { type FoundJwtKey, hasKnownKeys, issuerIsOurs, jwtKey, keyCheck, type OwnKeys } from './check-keys.js';
import { isRecord, type JsonRecord, Unreadable, utf8 } from './check-limits.js';
import { keyFault } from './key-faults.js';
import { otherDocument } from './other-documents.js';
import { isUnambiguous } from './read-claims.js';
import { idOf, isCredential, isWrapping } from './reading.js';

export const LOOKS_LIKE_JWT = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}$/;
/** Written in Base64 JSON begins so, as far as it goes: a part of a token may be missing. */
const LOOKS_LIKE_TOKEN = /^eyJ[\w-]*(?:\.[\w-]*){0,2}$/;
/** Bytes of a signature by any of these but RSA, whose length is its key's. */
const SIGNATURE_BYTES = 64;
const ALGORITHMS = ['ES256', 'RS256', 'EdDSA', 'Ed25519'];

export function isToken(text: string): boolean {
  return LOOKS_LIKE_TOKEN.test(text);
}

/** A credential as a compact JWT. @throws Unreadable */
export async function checkJwt(token: string, keys: OwnKeys): Promise<CheckedCredential> {
  const header = headerOf(token);
  const [encodedHeader = '', body = '', signature = ''] = token
    .split('.')
    .map((part) => Buffer.from(part, 'base64url'));
  const text = utf8(Buffer.from(body));
  const payload = payloadIn(text, token);
  if (otherDocument(payload) === 'signedAnswer' && !isRecord(payload.vc))
    return checkAnswer({ token, header, claims: payload, signatureBytes: signature.length }, keys);
  // Of VC-JWT 1.1 the credential stands in a claim; since 2.0 it is the payload itself.
  const inClaim = isRecord(payload.vc);
  const credential = isRecord(payload.vc) ? payload.vc : payload;
  const period = { from: instant(payload.nbf), until: instant(payload.exp) };
  const issuerId = idOf(credential.issuer) ?? idOf(payload.iss) ?? '';
  const ours = issuerIsOurs(issuerId, keys);
  const fault = keyFault(utf8(Buffer.from(encodedHeader))) ?? keyFault(text);
  // Two credentials, of which readers show one or the other.
  const isTwice = inClaim && isCredential(payload);
  const isClear = ours || isUnambiguous(credential);
  const once = isClear ? ok('whole') : unknown('whole', 'ambiguous');
  const unbroken = isTwice ? unknown('whole', 'severalCredentials') : once;
  const whole = fault === null ? unbroken : failed('whole', fault);
  const result = (...checks: Check[]): CheckedCredential => ({
    checks: [whole, ...checks],
    credential,
    issuerId,
    ours,
    period,
    ...(inClaim ? { payload } : {}),
  });
  if (!isCredential(credential) || issuerId === '') {
    return {
      checks: [failed('format', otherDocument(payload) ?? (isWrapping(payload) ? 'wrapped' : 'noCredential'))],
      credential,
      issuerId,
      ours,
    };
  }
  // A reader may take any of the issuers that the payload names, also beside the credential.
  const named = [issuerId, payload.iss, payload.issuer]
    .filter((one) => one !== undefined)
    .map((one) => idOf(one) ?? '');
  if (named.some((one) => one !== issuerId)) return result(unknown('signature'), severalIssuers(named, keys));
  if (typeof header.alg !== 'string' || !ALGORITHMS.includes(header.alg)) {
    // Others may sign in ways that are not known here; the academy never did, and `none` is no way.
    const unsigned = ours || String(header.alg).toLowerCase() === 'none';
    return result(
      unsigned ? failed('signature', 'notSigned') : unknown('signature', 'unknownProof'),
      unknown('issuerKey'),
    );
  }
  // Nobody's signature has another length: the token's end is missing, or something came behind it.
  if (header.alg !== 'RS256' && signature.length !== SIGNATURE_BYTES) throw new Unreadable('fileDamaged');
  const found = jwtKey(issuerId, typeof header.kid === 'string' ? header.kid : '', keys);
  if (found.kind === 'notIssuers') return result(unknown('signature'), failed('issuerKey', 'keyNotIssuers'));
  if (found.kind === 'notReachable') return result(unknown('signature'), unknown('issuerKey', 'keyNotReachable'));
  return result(...(await signatureChecks(token, found)));
}

/** Only a signature that was compared is wrong: what a header demands (`crit`) may be unknown here. */
async function signatureChecks(
  token: string,
  { key, standing, isNamedElsewhere }: FoundJwtKey,
): Promise<readonly [Check, Check]> {
  try {
    await compactVerify(token, key, { algorithms: ALGORITHMS });
    return [ok('signature'), keyCheck(standing)];
  } catch (fault) {
    const isCompared = fault instanceof errors.JWSSignatureVerificationFailed;
    if (standing !== 'selfNamed' || (isCompared && !isNamedElsewhere))
      return [failed('signature', 'signatureWrong'), unknown('issuerKey')];
    return isCompared
      ? [unknown('signature'), unknown('issuerKey', 'keyNotReachable')]
      : [unknown('signature', 'unknownProof'), unknown('issuerKey')];
  }
}

/** @param seconds as dates stand in tokens */
function instant(seconds: unknown): number | null {
  const at = typeof seconds === 'number' ? new Date(seconds * 1000).getTime() : NaN;
  return Number.isNaN(at) ? null : at;
}

/** Two names may be one issuer's, unless one of them is the academy's, or all of them say which key they have. */
function severalIssuers(named: readonly string[], keys: OwnKeys): Check {
  return named.some((one) => issuerIsOurs(one, keys)) || named.every((one) => hasKnownKeys(one, keys))
    ? failed('issuerKey', 'keyNotIssuers')
    : unknown('issuerKey', 'keyNotReachable');
}

function headerOf(token: string): JsonRecord {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new Unreadable('fileDamaged');
  }
}
