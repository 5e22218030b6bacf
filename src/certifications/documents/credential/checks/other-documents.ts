import { failed, type NothingWhy } from '../../../core/domain/index.js';
import type { CheckedCredential } from './check-json.js';
import { isRecord, type JsonRecord, MOST_CREDENTIAL_BYTES } from './check-limits.js';
import { listed } from './reading.js';

/*
 * Documents of an issuer that are not certificates: the verdict names their kind, and neither accuses the sender nor
 * says that a certificate is missing.
 */

/** The line by which a signed note (C2SP signed-note) is signed. */
const SIGNATURE = /^— [^\s+]+ [A-Za-z0-9+/]+={0,2}$/;
const STATUS_LISTS = ['BitstringStatusListCredential', 'StatusList2021Credential'];

/** A status list is signed like a certificate; the document says so itself, and says nothing else. */
function isStatusList({ type }: JsonRecord): boolean {
  const types = listed(type);
  return (
    types.some((one) => isOneOf(STATUS_LISTS, one)) &&
    types.every((one) => one === 'VerifiableCredential' || isOneOf(STATUS_LISTS, one))
  );
}

const isOneOf = (names: readonly string[], value: unknown): boolean => names.some((name) => name === value);

/**
 * A status list is not a certificate, whoever signed it;
 * it is called the academy's where a key of the academy's signed it.
 */
export function withoutStatusList(checked: CheckedCredential): CheckedCredential {
  const said = checked.statement ?? checked.credential;
  if (said === null || !isStatusList(said)) return checked;
  const signed =
    checked.ours &&
    (['signature', 'issuerKey'] as const).every((step) =>
      checked.checks.some((check) => check.step === step && check.outcome === 'ok'),
    );
  return { ...checked, checks: [failed('format', signed ? 'ownStatusList' : 'statusList')] };
}

/** What JSON is that is no credential; `null`: nothing that is known here. */
export function otherDocument({ id, type, verificationMethod }: JsonRecord): NothingWhy | null {
  if (
    typeof id === 'string' &&
    id.startsWith('did:') &&
    Array.isArray(verificationMethod) &&
    verificationMethod.every(isRecord)
  )
    return 'didDocument';
  return listed(type).includes('CertificateVerificationAnswer') ? 'signedAnswer' : null;
}

/** A signed note, such as a checkpoint, or a proof out of a log, which ends with one. */
export function isOfLog(bytes: Buffer): boolean {
  if (bytes.length > MOST_CREDENTIAL_BYTES) return false;
  const text = bytes.toString('utf8').replaceAll('\r\n', '\n').trimEnd();
  const signatures = text.slice(text.lastIndexOf('\n\n') + 2).split('\n');
  return text.includes('\n\n') && signatures.every((line) => SIGNATURE.test(line));
}
