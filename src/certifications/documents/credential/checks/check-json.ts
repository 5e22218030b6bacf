import { type Check, failed, ok, unknown } from '../../../core/domain/index.js';
import { proofHolds } from '../data-integrity.js';
import { assertionKey, didOf, issuerIsOurs, keyCheck, type OwnKeys } from './check-keys.js';
import { isRecord, type JsonRecord } from './check-limits.js';
import { otherDocument } from './other-documents.js';
import { contextsArePinned, idOf, isCredential, isWrapping, listed } from './reading.js';

/** What a signature proves. */
export interface CheckedCredential {
  /** `whole`, `signature` and `issuerKey`, or `format` alone. */
  readonly checks: readonly Check[];
  readonly credential: JsonRecord;
  readonly issuerId: string;
  readonly ours: boolean;
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
  const [proof, ...others] = listed(credential.proof);
  if (proof === undefined) return result(unknown('signature', 'notSigned'), unknown('issuerKey'));
  const keyId = isRecord(proof) ? idOf(proof.verificationMethod) : null;
  const isSupported =
    isRecord(proof) &&
    proof.type === 'DataIntegrityProof' &&
    proof.cryptosuite === 'eddsa-rdfc-2022' &&
    proof.proofPurpose === 'assertionMethod';
  if (keyId === null || !isSupported || others.length > 0)
    return result(unknown('signature', 'unknownProof'), unknown('issuerKey'));
  const found = assertionKey(issuerId, keyId, keys);
  if (found.kind === 'notIssuers') return result(unknown('signature'), failed('issuerKey', 'keyNotIssuers'));
  if (found.kind === 'notReachable') return result(unknown('signature'), unknown('issuerKey', 'keyNotReachable'));
  const fits = await signatureFits(credential, keyId, found.key);
  return result(
    fits ? ok('signature') : failed('signature', 'signatureWrong'),
    fits ? keyCheck(found.standing) : unknown('issuerKey'),
  );
}

async function signatureFits(credential: JsonRecord, keyId: string, publicKeyMultibase: string): Promise<boolean> {
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
  return (
    await proofHolds(
      credential,
      new Map<string, object>([
        [keyId, method],
        [controller, issuer],
      ]),
      momentWithin(credential),
    )
  ).verified;
}

/** The signature of one that has expired still fits: whether it holds today is a question of its own. */
function momentWithin({ validFrom, issuanceDate, validUntil, expirationDate }: JsonRecord): number {
  const moments = [validFrom, issuanceDate, validUntil, expirationDate].map((one) =>
    typeof one === 'string' ? Date.parse(one) : NaN,
  );
  return moments.find((at) => !Number.isNaN(at)) ?? 0;
}
