import { createHash } from 'node:crypto';

/** A credential was issued, revoked, or replaced by another. */
export const LOG_EVENTS = ['issue', 'revoke', 'reissue'] as const;
export type LogEventKind = (typeof LOG_EVENTS)[number];

export function isLogEvent(kind: unknown): kind is LogEventKind {
  return LOG_EVENTS.some((one) => one === kind);
}

/**
 * Hashes of a certificate's other documents, of the bytes as served: `{ pdf: '<64 hex digits>' }`.
 */
export type DocumentHashes = Readonly<Record<string, string>>;

/**
 * One entry of the log. It contains no personal data: only those who have the credential can recognize it.
 */
export interface LogEntryFacts {
  readonly kind: LogEventKind;
  /** SHA-256, in hex, of the signed credential's JCS form (RFC 8785). */
  readonly credentialHash: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** With an issue. */
  readonly forms?: DocumentHashes;
  /** With an issue: hash of the certificate's row (`recordHash`). */
  readonly record?: string | null;
  /** With a revocation: the public reason. Only its hash is logged. */
  readonly reason?: string | null;
  /** With a reissue: hash of the new credential. */
  readonly replacedBy?: string | null;
}

/** The entry's exact text: JSON in JCS form, with sorted names. */
export function entryText({ kind, credentialHash, at, forms, record, reason, replacedBy }: LogEntryFacts): string {
  return JSON.stringify({
    credential: credentialHash,
    event: kind,
    ...(forms && Object.keys(forms).length > 0
      ? { forms: Object.fromEntries(Object.entries(forms).sort(([a], [b]) => (a < b ? -1 : 1))) }
      : {}),
    ...(reason ? { reason: hashOfText(reason) } : {}),
    ...(record ? { record } : {}),
    ...(replacedBy ? { replacedBy } : {}),
    time: new Date(at).toISOString(),
    v: 1,
  });
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A parsed entry. */
export interface LoggedEntry {
  readonly credential: string;
  readonly event: LogEventKind;
  readonly forms: DocumentHashes;
  readonly record: string | null;
  readonly reason: string | null;
  readonly replacedBy: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

const HEX = /^[0-9a-f]{64}$/;

/** `null` if this log cannot have written it. */
export function readEntry(text: string): LoggedEntry | null {
  const read = parsed(text);
  const { credential, event, forms = {}, record = null, reason = null, replacedBy = null, time, v } = read ?? {};
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  if (v !== 1 || !isHash(credential) || !isLogEvent(event) || Number.isNaN(at)) return null;
  if (
    ![record, reason, replacedBy].every((one) => one === null || isHash(one)) ||
    typeof forms !== 'object' ||
    forms === null
  )
    return null;
  return {
    credential,
    event,
    forms: forms as DocumentHashes,
    record: record as string | null,
    reason: reason as string | null,
    replacedBy: replacedBy as string | null,
    at,
  };
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && HEX.test(value);
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The issue among a certificate's entries; `null` if there is none, or it cannot be read. */
export function issueIn(entries: readonly { readonly text: string }[]): LoggedEntry | null {
  return entries.map(({ text }) => readEntry(text)).find((entry) => entry?.event === 'issue') ?? null;
}

/**
 * Hashes of a certificate's documents by kind, from the entry of its issue; empty if there is none, or more than one.
 */
export function loggedForms(texts: readonly string[]): DocumentHashes {
  const issues = texts.map(readEntry).filter((entry) => entry?.event === 'issue');
  return issues.length === 1 ? (issues[0]?.forms ?? {}) : {};
}
