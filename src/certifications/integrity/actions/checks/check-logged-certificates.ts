import { A_DAY, type QueryFunction } from '../../../../platform/index.js';
import { type RegisterRecord, registerRecords } from '../../../binding/index.js';
import { alteredFields, credentialHash } from '../../../documents/index.js';
import {
  BEFORE_ALL,
  type Finding,
  finding,
  type Logged,
  presentCertificate,
  presentCertificates,
  issueIn,
  readEntry,
  standingFindings,
  type StoredCertificateState,
} from '../../../log/index.js';
import { readable } from '../readable.js';
import { PrintedTexts } from '../printed-texts.js';
import { recordFindings } from '../record-findings.js';
import { keyEnds, keyFindings } from '../signing-keys.js';

export interface CertificatesReport {
  readonly certificates: number;
  /** Certificates without documents: not logged yet. */
  readonly withoutDocuments: number;
  /**
   * Certificates logged long after their date of issue, such as those older than the log. Suspicious if no key confirms
   * the act.
   */
  readonly loggedLate: number;
  readonly findings: readonly Finding[];
}

const AT_ONCE = 50;
const LONG_AFTER = 7 * A_DAY;

/**
 * Compares every stored certificate (row, signature record, documents, standing, history, hidings) with the log and its
 * binding. Streams. `key`: of the register's bindings; `null` without the master key.
 */
export async function checkLoggedCertificates(
  query: QueryFunction,
  key: Uint8Array | null,
): Promise<CertificatesReport> {
  let [certificates, withoutDocuments, loggedLate] = [0, 0, 0];
  const findings: Finding[] = [];
  const texts = await PrintedTexts.read(query);
  const ends = await keyEnds(query);
  for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
    const some = await presentCertificates(query, after, AT_ONCE);
    const records = new Map(
      (
        await registerRecords(
          query,
          some.map(({ record }) => record.id),
        )
      ).map((one) => [one.id, one]),
    );
    for (const one of some) {
      const record = records.get(one.record.id);
      // An act may be in progress: report only what is still wrong after reading row and entries again.
      if (findingsOf(one, record, key).length > 0)
        findings.push(...(await certificateFindings(query, one.record.id, key)));
      else if (one.record.facts) texts.take(one.record.facts);
      findings.push(...keyFindings(one, { ends, loggedAt: loggedIn(record).issue?.at }));
      if (record && isLate(record)) loggedLate += 1;
    }
    certificates += some.length;
    withoutDocuments += some.filter((one) => one.credentialHash === null).length;
    after = some.at(-1)?.record.id;
  }
  return { certificates, withoutDocuments, loggedLate, findings: [...findings, ...(await texts.findings(query))] };
}

/** Findings for one stored certificate. `key`: as above. */
export async function certificateFindings(
  query: QueryFunction,
  id: string,
  key: Uint8Array | null,
): Promise<Finding[]> {
  const present = await presentCertificate(query, id);
  const [record] = await registerRecords(query, [id]);
  return present ? findingsOf(present, record, key) : [];
}

function findingsOf(
  state: StoredCertificateState,
  register: RegisterRecord | undefined,
  key: Uint8Array | null,
): Finding[] {
  const what = `Certificate ${state.record.number}`;
  return readable(what, () => comparedWith(state, register, key));
}

function comparedWith(
  { record: { facts, ...row }, json, jwt: _, misnoted, ...rest }: StoredCertificateState,
  register: RegisterRecord | undefined,
  key: Uint8Array | null,
): Finding[] {
  const record = facts && { ...row, facts };
  if (!record) return [finding('unreadable', { what: `Certificate ${row.number}, its row (facts)` })];
  const standing = standingFindings(
    {
      ...rest,
      record,
      servedCredential: json === null ? null : hashOf(json),
      alteredFields: () => (json === null ? [] : alteredFields(record, json)),
    },
    loggedIn(register),
  );
  // Altered bytes are already reported.
  const isReported = standing.some(({ code }) => code === 'formAltered' || code === 'credentialAltered');
  const noted = isReported ? [] : misnoted.map((form) => finding('formMisnoted', { number: row.number, form }));
  const found = [...standing, ...noted];
  return register ? [...found, ...recordFindings({ record: register, json, key, found })] : found;
}

function loggedIn(register: RegisterRecord | undefined): Logged {
  return Object.fromEntries((register?.entries ?? []).map(({ kind, text }) => [kind, readEntry(text) ?? undefined]));
}

function isLate({ entries, frozen: { issuedAt }, binding }: RegisterRecord): boolean {
  const issue = issueIn(entries);
  return issue !== null && issue.at - issuedAt > LONG_AFTER && (binding === null || binding.act === 'upgrade');
}

/** `altered` (never a hash) if the text is no longer JSON. */
function hashOf(json: string): string {
  try {
    return credentialHash(json);
  } catch {
    return 'altered';
  }
}
