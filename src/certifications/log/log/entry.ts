import { createHash } from 'node:crypto';

/** What is logged: a credential was issued, was revoked, or had its place taken by another. */
export const LOG_EVENTS = ['issue', 'revoke', 'reissue'] as const;
export type LogEventKind = (typeof LOG_EVENTS)[number];

/**
 * The hashes of a certificate's other forms, byte for byte as they are served: `{ pdf: '<64 hexadecimal digits>' }`.
 */
export type FormHashes = Readonly<Record<string, string>>;

/**
 * One entry of the log. It holds no personal data:
 * whoever has the credential can recognise it, nobody else learns anything.
 */
export interface LogEntryFacts {
  readonly kind: LogEventKind;
  /** SHA-256, in hexadecimal digits, of the signed credential's JCS form (RFC 8785). */
  readonly credentialHash: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** With an issue. */
  readonly forms?: FormHashes;
  /** With an issue: the hash of the certificate's row, as `recordHash` makes it. */
  readonly record?: string | null;
  /** With a revocation: the reason as strangers read it. Only its hash is logged. */
  readonly reason?: string | null;
  /** With a reissue: the hash of the credential that took the place. */
  readonly replacedBy?: string | null;
}

/** The entry's exact bytes: JSON in JCS form, names in alphabetical order, nothing left to taste. */
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

/** What an entry's bytes say. */
export interface LoggedEntry {
  readonly credential: string;
  readonly event: LogEventKind;
  readonly forms: FormHashes;
  readonly record: string | null;
  readonly reason: string | null;
  readonly replacedBy: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

const HEX = /^[0-9a-f]{64}$/;

/** `null` for what this log would never have written. */
export function readEntry(text: string): LoggedEntry | null {
  const read = parsed(text);
  const { credential, event, forms = {}, record = null, reason = null, replacedBy = null, time, v } = read ?? {};
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  if (v !== 1 || !isHash(credential) || !LOG_EVENTS.some((one) => one === event) || Number.isNaN(at)) return null;
  if (
    ![record, reason, replacedBy].every((one) => one === null || isHash(one)) ||
    typeof forms !== 'object' ||
    forms === null
  )
    return null;
  return {
    credential,
    event: event as LogEventKind,
    forms: forms as FormHashes,
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

/** The hashes of a certificate's documents, by form, as its issue was logged; none where it was not, or twice. */
export function loggedForms(texts: readonly string[]): FormHashes {
  const issues = texts.map(readEntry).filter((entry) => entry?.event === 'issue');
  return issues.length === 1 ? (issues[0]?.forms ?? {}) : {};
}
