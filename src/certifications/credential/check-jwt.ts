import { compactVerify, decodeProtectedHeader } from 'jose';
import type { Check } from '../domain/verification.js';
import { failed, ok, unknown } from '../domain/verdict.js';
import type { CheckedCredential } from './check-json.js';
import { issuerIsOurs, jwtKey, type OwnKeys } from './check-keys.js';
import { boundedJson, isRecord, type JsonRecord, MOST_CREDENTIAL_BYTES, Unreadable, utf8 } from './check-limits.js';
import { idOf, isCredential } from './reading.js';

export const LOOKS_LIKE_JWT = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}$/;
const ALGORITHMS = ['ES256', 'RS256', 'EdDSA', 'Ed25519'];

/** A credential as a compact JWT. @throws Unreadable */
export async function checkJwt(token: string, keys: OwnKeys): Promise<CheckedCredential> {
  if (token.length > MOST_CREDENTIAL_BYTES) throw new Unreadable('fileTooDeep');
  const header = headerOf(token);
  const payload = boundedJson(utf8(Buffer.from(token.split('.')[1] ?? '', 'base64url')));
  // Of VC-JWT 1.1 the credential stands in a claim; since 2.0 it is the payload itself.
  const credential = isRecord(payload.vc) ? payload.vc : payload;
  const issuerId = idOf(credential.issuer) ?? idOf(payload.iss) ?? '';
  const told = (...checks: Check[]): CheckedCredential => ({ checks, credential, issuerId, ours: issuerIsOurs(issuerId, keys) });
  if (!isCredential(credential) || issuerId === '') return told(failed('format', 'noCredential'));
  if (payload.iss !== undefined && payload.iss !== issuerId) return told(unknown('signature'), failed('issuerKey', 'keyNotIssuers'));
  if (typeof header.alg !== 'string' || !ALGORITHMS.includes(header.alg)) return told(failed('signature', 'notSigned'), unknown('issuerKey'));
  const found = jwtKey(issuerId, typeof header.kid === 'string' ? header.kid : '', keys);
  if (found.kind === 'notIssuers') return told(unknown('signature'), failed('issuerKey', 'keyNotIssuers'));
  if (found.kind === 'notReachable') return told(unknown('signature'), unknown('issuerKey', 'keyNotReachable'));
  const fits = await compactVerify(token, found.key, { algorithms: ALGORITHMS }).then(() => true, () => false);
  return told(fits ? ok('signature') : failed('signature', 'signatureWrong'), fits ? ok('issuerKey') : unknown('issuerKey'));
}

function headerOf(token: string): JsonRecord {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new Unreadable('fileDamaged');
  }
}
