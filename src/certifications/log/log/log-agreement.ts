import { hashOfText, type LoggedEntry, type LogEventKind, readEntry } from './entry.js';

/** What the page of a certificate says, as far as the log speaks of it. */
export interface Spoken {
  readonly state: string;
  readonly reason: string | null;
  /** `null`: without documents. */
  readonly credentialHash: string | null;
  /** The hash of the frozen row; `null`: not known here, and not compared. */
  readonly record: string | null;
  readonly entries: readonly { readonly kind: LogEventKind; readonly text: string }[];
}

/** What a process has read of the log and hashed up to its signed head: it does not change with the tables. */
export interface ReadLog {
  /** Whether a credential was revoked or replaced. */
  hasEnded(credentialHash: string): boolean;
  /** Whether documents were made of a row before, by its hash. */
  hasIssued(record: string): boolean;
  /** Whether the entry of that issue was another text. */
  issuedOtherwise(record: string, text: string): boolean;
}

/** Whether what was read of the log contradicts a record: it was put back to an earlier state of itself then. */
export function contradicts(log: ReadLog, { state, credentialHash, record, entries }: Spoken): boolean {
  if (credentialHash === null) return record !== null && log.hasIssued(record);
  const issue = entries.find(({ kind }) => kind === 'issue');
  if (issue && record !== null && log.issuedOtherwise(record, issue.text)) return true;
  return state === 'valid' && log.hasEnded(credentialHash);
}

/**
 * Whether the entries about a certificate say what its record says.
 * Their place in the tree is for `verify-log`: that takes a look at all of them.
 */
export function logAgreement({
  state,
  reason,
  credentialHash,
  record,
  entries,
}: Spoken): 'agrees' | 'differs' | 'none' {
  if (credentialHash === null) return entries.length === 0 ? 'none' : 'differs';
  const read = new Map<LogEventKind, LoggedEntry>();
  for (const { kind, text } of entries) {
    const entry = readEntry(text);
    if (entry?.event !== kind || entry.credential !== credentialHash) return 'differs';
    read.set(kind, entry);
  }
  const [issue, revoke, reissue] = [read.get('issue'), read.get('revoke'), read.get('reissue')];
  if (!issue || (record !== null && issue.record !== null && issue.record !== record)) return 'differs';
  if ((revoke !== undefined) !== (state === 'revoked') || (reissue !== undefined && state === 'valid'))
    return 'differs';
  return revoke?.reason && revoke.reason !== hashOfText(reason ?? '') ? 'differs' : 'agrees';
}
