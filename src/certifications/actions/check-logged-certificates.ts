import type { Ask } from '../../platform/index.js';
import { alteredFields } from '../credential/altered-fields.js';
import { credentialHash } from '../credential/signing.js';
import { entriesOf } from '../data/log-reads.js';
import { BEFORE_ALL, presentCertificates, type StoredCertificateState } from '../data/present-certificates.js';
import { readEntry } from '../log/entry.js';
import type { Finding } from '../log/findings.js';
import { type Logged, standingFindings } from '../log/standing-check.js';

export interface CertificatesReport {
  readonly certificates: number;
  /** Those that wait to be sealed: nothing of them is logged yet. */
  readonly unsealed: number;
  readonly findings: readonly Finding[];
}

const AT_ONCE = 50;

/** Compares every certificate as it is stored now (row, seal, documents, standing) with what the log says of it. */
export async function checkLoggedCertificates(ask: Ask): Promise<CertificatesReport> {
  let [certificates, unsealed] = [0, 0];
  const findings: Finding[] = [];
  for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
    const some = await presentCertificates(ask, after, AT_ONCE);
    const faulty = await faultyOf(ask, some);
    // Somebody may be at work: only what is still wrong at a second look, row and entries read anew, is told.
    for (const { record } of faulty) findings.push(...(await secondLook(ask, record.id)));
    certificates += some.length;
    unsealed += some.filter((one) => one.credentialHash === null).length;
    after = some.at(-1)?.record.id;
  }
  return { certificates, unsealed, findings };
}

async function faultyOf(ask: Ask, some: readonly StoredCertificateState[]): Promise<StoredCertificateState[]> {
  const logged = await loggedOf(ask, some.map(({ record }) => record.id));
  return some.filter((one) => findingsOf(one, logged.get(one.record.id) ?? {}).length > 0);
}

async function secondLook(ask: Ask, id: string): Promise<Finding[]> {
  const [present] = await presentCertificates(ask, justBefore(id), 1);
  const logged = (await loggedOf(ask, [id])).get(id) ?? {};
  return present?.record.id === id ? findingsOf(present, logged) : [];
}

async function loggedOf(ask: Ask, ids: readonly string[]): Promise<Map<string, Logged>> {
  const found = new Map<string, Logged>();
  for (const { certificateId, kind, text } of await entriesOf(ask, ids)) found.set(certificateId, { ...found.get(certificateId), [kind]: readEntry(text) ?? undefined });
  return found;
}

function findingsOf({ record, json, ...rest }: StoredCertificateState, logged: Logged): Finding[] {
  return standingFindings({ ...rest, record, servedCredential: json === null ? null : hashOf(json), alteredFields: () => (json === null ? [] : alteredFields(record, json)) }, logged);
}

/** `altered`, which no hash is, where the text is no JSON any more. */
function hashOf(json: string): string {
  try {
    return credentialHash(json);
  } catch {
    return 'altered';
  }
}

/** The id before this one. */
function justBefore(id: string): string {
  const digits = (BigInt(`0x${id.replaceAll('-', '')}`) - 1n).toString(16).padStart(32, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
