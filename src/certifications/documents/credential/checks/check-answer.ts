import { compactVerify } from 'jose';
import { type Check, failed, ok, type SignedAnswerFacts, unknown } from '../../../core/domain/index.js';
import type { CheckedCredential } from './check-json.js';
import { didOf, issuerIsOurs, jwtKey, type OwnKeys } from './check-keys.js';
import { boundedJson, type JsonRecord, MOST_CREDENTIAL_BYTES, Unreadable } from './check-limits.js';
import { otherDocument } from './other-documents.js';
import { idOf } from './reading.js';

/** The one way in which the academy signs tokens. */
const ALGORITHM = 'ES256';
const SIGNATURE_BYTES = 64;
/** Characters in which an answer to a list says what it is. */
const A_BEGINNING = 6_000;

/**
 * What a token says. Answers to lists hold more than any credential: of a long one only what stands before its rows.
 * @throws Unreadable
 */
export function payloadIn(text: string, token: string): JsonRecord {
  try {
    if (token.length <= MOST_CREDENTIAL_BYTES) return boundedJson(text);
  } catch (fault) {
    if (!(fault instanceof Unreadable) || fault.why !== 'fileTooDeep') throw fault;
  }
  const start = text.slice(0, A_BEGINNING);
  // Quotes inside strings are escaped, so the first match is where the rows begin.
  const end = start.indexOf(',"rows":[');
  const claims = end < 0 ? {} : boundedJson(`${start.slice(0, end)}}`);
  if (otherDocument(claims) !== 'signedAnswer') throw new Unreadable('fileTooDeep');
  return claims;
}

export interface AnswerToken {
  readonly token: string;
  readonly header: JsonRecord;
  /** As far as they were read. */
  readonly claims: JsonRecord;
  readonly signatureBytes: number;
}

/**
 * A token that says it is the signed answer to a list. The academy's keys are known, so one in its name is checked as
 * its certificates are. Of others', nothing is known but what they say they are.
 * @throws Unreadable where a part of the signature is missing
 */
export async function checkAnswer(answer: AnswerToken, keys: OwnKeys): Promise<CheckedCredential> {
  const { token, header, claims, signatureBytes } = answer;
  const issuer = idOf(claims.iss) ?? '';
  const kid = typeof header.kid === 'string' ? header.kid : '';
  if (![issuer, didOf(kid)].some((one) => issuerIsOurs(one, keys)))
    return { checks: [failed('format', 'signedAnswer')], credential: claims, issuerId: issuer, ours: false };
  if (header.alg !== ALGORITHM) return withoutContent(failed('signature', 'notSigned'), unknown('issuerKey'));
  if (signatureBytes !== SIGNATURE_BYTES) throw new Unreadable('fileDamaged');
  const found = jwtKey(issuer, kid, keys);
  if (found.kind !== 'found') return withoutContent(unknown('signature'), failed('issuerKey', 'keyNotIssuers'));
  const payload = await compactVerify(token, found.key, { algorithms: [ALGORITHM] }).then(
    (verified) => verified.payload,
    () => null,
  );
  if (payload === null) return withoutContent(failed('signature', 'signatureWrong'), unknown('issuerKey'));
  if (found.standing !== 'own') return withoutContent(ok('signature'), unknown('issuerKey', 'answerKeyCompromised'));
  return checkedAs({ ...failed('format', 'ownSignedAnswer'), ...answerIn(payload) });
}

const checkedAs = (...checks: Check[]): CheckedCredential => ({ checks, credential: null, issuerId: '', ours: false });

const withoutContent = (signature: Check, issuerKey: Check): CheckedCredential =>
  checkedAs(ok('whole'), signature, issuerKey);

/** @param payload that a key of the academy's signed */
function answerIn(payload: Uint8Array): { readonly answer?: SignedAnswerFacts } {
  const { answeredAt, rows } = JSON.parse(Buffer.from(payload).toString('utf8')) as Record<string, unknown>;
  const at = typeof answeredAt === 'string' ? Date.parse(answeredAt) : NaN;
  return Number.isNaN(at) || !Array.isArray(rows) ? {} : { answer: { answeredAt: at, rows: rows.length } };
}
