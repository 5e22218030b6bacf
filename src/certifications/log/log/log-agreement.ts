import { hashOfText, type LoggedEntry, type LogEventKind, readEntry } from './entry.js';

/** What a certificate's record states, as far as the log records it. */
export interface RecordStatement {
  readonly state: string;
  readonly reason: string | null;
  /** `null`: without documents. */
  readonly credentialHash: string | null;
  /** Hash of the frozen row; `null`: unknown, not compared. */
  readonly record: string | null;
  readonly entries: readonly { readonly kind: LogEventKind; readonly text: string }[];
}

/** What this process has read and hashed up to the signed head; later changes of the tables do not affect it. */
export interface ReadLog {
  /** Whether a credential was revoked or replaced. */
  hasEnded(credentialHash: string): boolean;
  /** Whether an issue with this hash of the row was logged. */
  hasIssued(record: string): boolean;
  /** Whether the entry of that issue had another text. */
  issuedOtherwise(record: string, text: string): boolean;
}

/** Whether the log, as read, contradicts a record: then the record was rolled back. */
export function contradicts(log: ReadLog, { state, credentialHash, record, entries }: RecordStatement): boolean {
  if (credentialHash === null) return record !== null && log.hasIssued(record);
  const issue = entries.find(({ kind }) => kind === 'issue');
  if (issue && record !== null && log.issuedOtherwise(record, issue.text)) return true;
  return state === 'valid' && log.hasEnded(credentialHash);
}

/**
 * Whether the entries of a certificate agree with its record. `verify-log` checks their position in the tree.
 */
export function logAgreement({
  state,
  reason,
  credentialHash,
  record,
  entries,
}: RecordStatement): 'agrees' | 'differs' | 'none' {
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
