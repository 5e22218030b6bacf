import { type Check, failed, ok, unknown } from '../../../core/domain/index.js';
import { type Canonize, canonizingOnce, type ProofAnswer, proofHolds } from '../data-integrity.js';
import { assertionKey, didOf, issuerIsOurs, keyCheck, type OwnKeys } from './check-keys.js';
import { isRecord, type JsonRecord } from './check-limits.js';
import { contextsWithinLimits } from './context-limits.js';
import { otherDocument } from './other-documents.js';
import { type Period } from './read-claims.js';
import { signedStatement } from './signed-statement.js';
import { contextsArePinned, idOf, isCredential, isWrapping, listed } from './reading.js';

/** What a signature proves. */
export interface CheckedCredential {
  /** `whole`, `signature` and `issuerKey`, or `format` alone. */
  readonly checks: readonly Check[];
  /** `null` for an answer to a list of which nothing may be shown. */
  readonly credential: JsonRecord | null;
  readonly issuerId: string;
  readonly ours: boolean;
  /** What a correct proof signs, however the JSON is written; `null`: it can be read in several ways. */
  readonly statement?: JsonRecord | null;
  /** The token's claims around a credential that is one of them. */
  readonly payload?: JsonRecord;
  /** From when and until when a token says that it holds. */
  readonly period?: Period;
}

/**
 * A JSON credential with an embedded proof (Data Integrity, eddsa-rdfc-2022), checked by Digital Bazaar's libraries.
 */
export async function checkJson(credential: JsonRecord, keys: OwnKeys): Promise<CheckedCredential> {
  const issuerId = idOf(credential.issuer) ?? '';
  const ours = issuerIsOurs(issuerId, keys);
  const result = (...checks: Check[]): CheckedCredential => ({
    checks: [ok('whole'), ...checks],
    credential,
    issuerId,
    ours,
  });
  if (!isCredential(credential) || issuerId === '') {
    return {
      checks: [failed('format', otherDocument(credential) ?? (isWrapping(credential) ? 'wrapped' : 'noCredential'))],
      credential,
      issuerId,
      ours,
    };
  }
  if (!contextsArePinned(credential)) return result(unknown('signature', 'unknownContext'), unknown('issuerKey'));
  if (!contextsWithinLimits(credential)) return result(unknown('signature', 'fileTooDeep'), unknown('issuerKey'));
  const canonize = canonizingOnce();
  const checks = await proofChecks(credential, issuerId, { keys, canonize });
  const [signature] = checks;
  if (signature.outcome !== 'ok') return result(...checks);
  const statement = await signedStatement(credential, issuerId, canonize);
  const read = { ...result(...checks), statement };
  // The academy's own are compared with the register, and nothing else of them is shown.
  return statement === null && !ours ? { ...read, checks: [unknown('whole', 'ambiguous'), ...checks] } : read;
}

/** Proofs that are looked at. */
const MOST_PROOFS = 4;

interface ProofCheckContext {
  readonly keys: OwnKeys;
  readonly canonize: Canonize;
}

/**
 * The best outcome of all proofs: others may have signed the same credential later, which takes nothing away from the
 * issuer's own proof.
 */
async function proofChecks(
  credential: JsonRecord,
  issuerId: string,
  checking: ProofCheckContext,
): Promise<readonly [Check, Check]> {
  const proofs = listed(credential.proof);
  const ours = issuerIsOurs(issuerId, checking.keys);
  if (proofs.length === 0) return [unknown('signature', 'notSigned'), unknown('issuerKey')];
  let best: readonly [Check, Check] | null = null;
  for (const proof of proofs.slice(0, MOST_PROOFS)) {
    const checks = await checksOfProof({ ...credential, proof }, issuerId, checking);
    if (best === null || weightOf(checks, ours) > weightOf(best, ours)) best = checks;
  }
  return best ?? [unknown('signature', 'unknownProof'), unknown('issuerKey')];
}

/**
 * A signature that fits counts most, then what is known for sure. That somebody else signed too says nothing of another
 * issuer's own proof, which may be of a kind that is not known here.
 */
function weightOf([signature, issuerKey]: readonly [Check, Check], ours: boolean): number {
  const weights = { ok: 2, failed: 1, unknown: 0 };
  if (!ours && issuerKey.why === 'keyNotIssuers') return -1;
  return weights[signature.outcome] * 3 + weights[issuerKey.outcome];
}

/** @param credential with this proof alone */
async function checksOfProof(
  credential: JsonRecord,
  issuerId: string,
  { keys, canonize }: ProofCheckContext,
): Promise<readonly [Check, Check]> {
  const { proof } = credential;
  const keyId = isRecord(proof) ? idOf(proof.verificationMethod) : null;
  const isSupported =
    isRecord(proof) &&
    proof.type === 'DataIntegrityProof' &&
    proof.cryptosuite === 'eddsa-rdfc-2022' &&
    proof.proofPurpose === 'assertionMethod' &&
    proof.previousProof === undefined;
  if (keyId === null || !isSupported) return [unknown('signature', 'unknownProof'), unknown('issuerKey')];
  const found = assertionKey(issuerId, keyId, keys);
  if (found.kind === 'notIssuers') return [unknown('signature'), failed('issuerKey', 'keyNotIssuers')];
  // A did:key has one key; its proof names it without a fragment in a way that no library here follows.
  if (found.kind === 'unnamed') return [unknown('signature', 'unknownProof'), unknown('issuerKey')];
  if (found.kind === 'notReachable') return [unknown('signature'), unknown('issuerKey', 'keyNotReachable')];
  const { verified, isForged } = await signatureAnswer(
    credential,
    { id: keyId, publicKeyMultibase: found.key },
    canonize,
  );
  if (verified) return [ok('signature'), keyCheck(found.standing)];
  // The library gives up on what others may sign, such as terms without a definition; the academy signs no such thing.
  return isForged || found.standing !== 'selfNamed'
    ? [failed('signature', 'signatureWrong'), unknown('issuerKey')]
    : [unknown('signature', 'unknownProof'), unknown('issuerKey')];
}

function signatureAnswer(
  credential: JsonRecord,
  { id: keyId, publicKeyMultibase }: { readonly id: string; readonly publicKeyMultibase: string },
  canonize: Canonize,
): Promise<ProofAnswer> {
  const controller = didOf(keyId);
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: keyId,
    type: 'Multikey',
    controller,
    publicKeyMultibase,
  };
  const issuer = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: controller,
    assertionMethod: [keyId],
    verificationMethod: [method],
  };
  return proofHolds(
    credential,
    new Map<string, object>([
      [keyId, method],
      [controller, issuer],
    ]),
    { at: momentWithin(credential), canonize },
  );
}

/** The signature of one that has expired still fits: whether it holds today is a question of its own. */
function momentWithin({ validFrom, issuanceDate, validUntil, expirationDate }: JsonRecord): number {
  const moments = [validFrom, issuanceDate, validUntil, expirationDate].map((one) =>
    typeof one === 'string' ? Date.parse(one) : NaN,
  );
  return moments.find((at) => !Number.isNaN(at)) ?? 0;
}
