import { A_DAY, type QueryFunction } from '../../../platform/index.js';
import { type RegisterRecord, registerRecords } from '../../binding/index.js';
import { alteredFields, credentialHash } from '../../documents/index.js';
import {
  BEFORE_ALL,
  type Finding,
  finding,
  type Logged,
  presentCertificate,
  presentCertificates,
  readEntry,
  standingFindings,
  type StoredCertificateState,
} from '../../log/index.js';
import { readable } from './readable.js';
import { PrintedTexts } from './printed-texts.js';
import { recordFindings } from './record-findings.js';

export interface CertificatesReport {
  readonly certificates: number;
  /** Those that have no documents yet: nothing of them is logged yet. */
  readonly withoutDocuments: number;
  /**
   * Those that were logged long after they say that they were issued, as it is with what is older than the log:
   * worth a look where no key confirms the act.
   */
  readonly loggedLate: number;
  readonly findings: readonly Finding[];
}

const AT_ONCE = 50;
const LONG_AFTER = 7 * A_DAY;

/**
 * Compares every certificate as it is stored now (row, seal, documents, standing, history, hidings) with what the log
 * says of it and with what binds it. Streams. `key`: of the register's bindings; `null` without the master key.
 */
export async function checkLoggedCertificates(
  query: QueryFunction,
  key: Uint8Array | null,
): Promise<CertificatesReport> {
  let [certificates, withoutDocuments, loggedLate] = [0, 0, 0];
  const findings: Finding[] = [];
  const texts = await PrintedTexts.read(query);
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
      // Somebody may be at work: only what is still wrong at a second look, row and entries read anew, is told.
      if (findingsOf(one, record, key).length > 0)
        findings.push(...(await certificateFindings(query, one.record.id, key)));
      else if (one.record.facts) texts.take(one.record.facts);
      if (record && isLate(record)) loggedLate += 1;
    }
    certificates += some.length;
    withoutDocuments += some.filter((one) => one.credentialHash === null).length;
    after = some.at(-1)?.record.id;
  }
  return { certificates, withoutDocuments, loggedLate, findings: [...findings, ...(await texts.findings(query))] };
}

/** What is wrong with one certificate as it is stored now. `key`: as above. */
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
  { record: { facts, ...row }, json, misnoted, ...rest }: StoredCertificateState,
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
  // Bytes that were altered are told of already.
  const isTold = standing.some(({ code }) => code === 'formAltered' || code === 'credentialAltered');
  const noted = isTold ? [] : misnoted.map((form) => finding('formMisnoted', { number: row.number, form }));
  const found = [...standing, ...noted];
  return register ? [...found, ...recordFindings({ record: register, json, key, found })] : found;
}

function loggedIn(register: RegisterRecord | undefined): Logged {
  return Object.fromEntries((register?.entries ?? []).map(({ kind, text }) => [kind, readEntry(text) ?? undefined]));
}

function isLate({ entries, frozen: { issuedAt }, binding }: RegisterRecord): boolean {
  const issue = entries.map(({ text }) => readEntry(text)).find((entry) => entry?.event === 'issue');
  return (
    issue !== undefined &&
    issue !== null &&
    issue.at - issuedAt > LONG_AFTER &&
    (binding === null || binding.act === 'upgrade')
  );
}

/** `altered`, which no hash is, where the text is no JSON any more. */
function hashOf(json: string): string {
  try {
    return credentialHash(json);
  } catch {
    return 'altered';
  }
}
