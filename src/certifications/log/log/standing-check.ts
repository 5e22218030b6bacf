import { hashOfText, type LoggedEntry, type LogEventKind } from './entry.js';
import { type Finding, finding } from './findings.js';
import type { FrozenRecord } from './record.js';
import { recordHash } from './record.js';

/** A certificate as stored now. */
export interface PresentCertificate {
  readonly record: FrozenRecord & {
    readonly state: string;
    readonly revokedAt: number | null;
    readonly reason: string | null;
  };
  /** `null`: not signed. */
  readonly credentialHash: string | null;
  /** Hash of the credential's JCS form, computed from the served bytes; `null`: there are none. */
  readonly servedCredential: string | null;
  /** Computed from the served bytes. */
  readonly forms: Readonly<Record<string, string>>;
  /** Credential of the successor. */
  readonly successor: string | null;
  /** A replacement is logged when the documents of the other are made. */
  readonly isSuccessorWithoutDocuments: boolean;
  /** Where the row says other than the signed credential. */
  readonly alteredFields: () => readonly string[];
}

export type LoggedEntries = Readonly<Partial<Record<LogEventKind, LoggedEntry>>>;

/** All differences between a certificate and its log entries. */
export function standingFindings(now: PresentCertificate, logged: LoggedEntries): Finding[] {
  const { number } = now.record;
  if (!logged.issue) return now.credentialHash === null ? [] : [finding('notLogged', { number })];
  return [...issueFindings(now, logged.issue), ...revocationFindings(now, logged), ...replacementFindings(now, logged)];
}

function issueFindings(
  { record, credentialHash, servedCredential, forms, alteredFields }: PresentCertificate,
  issue: LoggedEntry,
): Finding[] {
  const { number } = record;
  const found: Finding[] = [];
  const isAltered = issue.record !== null && issue.record !== recordHash(record);
  // A logged row may also differ from what was signed, if it was altered on the way into the table.
  const fields = isAltered || servedCredential === issue.credential ? alteredFields() : [];
  if (isAltered || fields.length > 0) found.push(finding('recordAltered', { number, fields: fields.join(', ') }));
  if (credentialHash === null) found.push(finding('sealGone', { number }));
  else if (credentialHash !== issue.credential) found.push(finding('sealAltered', { number }));
  if (servedCredential !== null && servedCredential !== issue.credential)
    found.push(finding('credentialAltered', { number }));
  for (const form of new Set([...Object.keys(issue.forms), ...Object.keys(forms)])) {
    const [then, today] = [issue.forms[form], forms[form]];
    if (then === undefined) found.push(finding('formAdded', { number, form }));
    else if (today === undefined) found.push(finding('formGone', { number, form }));
    else if (today !== then) found.push(finding('formAltered', { number, form }));
  }
  return found;
}

function revocationFindings(
  { record: { number, state, reason, revokedAt } }: PresentCertificate,
  { issue, revoke }: LoggedEntries,
): Finding[] {
  if (!revoke) return state === 'revoked' ? [finding('revocationNotLogged', { number })] : [];
  if (state !== 'revoked') return [finding('revocationUndone', { number })];
  const found: Finding[] = [];
  if (revoke.reason !== null && revoke.reason !== hashOfText(reason ?? ''))
    found.push(finding('revocationAltered', { number, what: 'reason' }));
  // A certificate revoked before it was signed was logged later than it was revoked.
  const late = issue !== undefined && issue.at === revoke.at;
  if (late ? (revokedAt ?? 0) > revoke.at : revokedAt !== revoke.at)
    found.push(finding('revocationAltered', { number, what: 'time' }));
  return found;
}

function replacementFindings(
  { record: { number, state }, successor, isSuccessorWithoutDocuments }: PresentCertificate,
  { reissue }: LoggedEntries,
): Finding[] {
  if (!reissue)
    return state === 'superseded' && !isSuccessorWithoutDocuments ? [finding('replacementNotLogged', { number })] : [];
  if (state === 'valid') return [finding('replacementUndone', { number })];
  return reissue.replacedBy === successor ? [] : [finding('replacementAltered', { number })];
}
