import { A_DAY, type QueryFunction } from '../../../../platform/index.js';
import { type RegisterRecord, registerRecords } from '../../../binding/index.js';
import { alteredFields, credentialHash } from '../../../documents/index.js';
import {
  type Finding,
  finding,
  type LoggedEntries,
  presentCertificate,
  presentCertificates,
  issueIn,
  readEntry,
  standingFindings,
  type StoredCertificateState,
} from '../../../log/index.js';
import { certificateCount, numbersOfCertificates } from '../../data/before-bindings.js';
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
  const before = await certificateCount(query);
  const visited = new Set<string>();
  for await (const some of presentCertificates(query, AT_ONCE)) {
    const records = new Map(
      (
        await registerRecords(
          query,
          some.map(({ record }) => record.id),
        )
      ).map((one) => [one.id, one]),
    );
    for (const one of some) {
      visited.add(placeOf(one.record));
      const record = records.get(one.record.id);
      // An act may be in progress: report only what is still wrong after reading row and entries again.
      const found = findingsOf(one, record, key);
      if (found.length > 0) findings.push(...((await certificateFindings(query, one.record.id, key)) ?? found));
      findings.push(
        ...readable(nameOf(one), () => {
          if (found.length === 0 && one.record.facts) texts.take(one.record.facts);
          return keyFindings(one, { ends, loggedAt: loggedIn(record).issue?.at });
        }),
      );
      if (record && isLate(record)) loggedLate += 1;
    }
    certificates += some.length;
    withoutDocuments += some.filter((one) => one.credentialHash === null).length;
  }
  const whole = { before, visited, certificates };
  findings.push(...(await notVisited(query, whole)), ...(await texts.findings(query)));
  return { certificates, withoutDocuments, loggedLate, findings };
}

/** Certificates that the walk has left out, although it has no bounds: what it read differs from another read. */
async function notVisited(
  query: QueryFunction,
  { before, visited, certificates }: { before: number; visited: ReadonlySet<string>; certificates: number },
): Promise<Finding[]> {
  // Others may be issued meanwhile; none is ever removed.
  const after = await certificateCount(query);
  if (certificates >= before && certificates <= after) return [];
  const left = (await numbersOfCertificates(query)).filter((one) => !visited.has(placeOf(one)));
  return [
    finding('certificatesNotRead', { read: certificates, count: after }),
    ...left.map(({ number }) => finding('certificateNotRead', { number })),
  ];
}

const placeOf = ({ id, number }: { readonly id: string; readonly number: string }): string => `${id} ${number}`;

/** Findings for one stored certificate. `null`: there is none with this id. `key`: as above. */
export async function certificateFindings(
  query: QueryFunction,
  id: string,
  key: Uint8Array | null,
): Promise<Finding[] | null> {
  const present = await presentCertificate(query, id);
  const [record] = await registerRecords(query, [id]);
  return present && findingsOf(present, record, key);
}

function findingsOf(
  state: StoredCertificateState,
  register: RegisterRecord | undefined,
  key: Uint8Array | null,
): Finding[] {
  return readable(nameOf(state), () => comparedWith(state, register, key));
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
  // An id that cannot be asked for, such as a blob, is no id of a certificate that was ever issued.
  if (!register) return [...found, finding('notBound', { number: row.number })];
  return [...found, ...recordFindings({ record: register, json, key, found })];
}

const nameOf = ({ record: { number } }: StoredCertificateState): string => `Certificate ${number}`;

function loggedIn(register: RegisterRecord | undefined): LoggedEntries {
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
