/** Limits for untrusted files. Real certificates stay far below. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;
export const MOST_CREDENTIAL_BYTES = 256 * 1024;
export const MOST_DEPTH = 24;
export const MOST_VALUES = 4_000;
export const MOST_PDF_OBJECTS = 5_000;
export const MOST_PDF_PAGES = 20;
export const MOST_PDF_SIGNATURES = 8;
export const MOST_PDF_ATTACHMENTS = 12;
export const MOST_PNG_CHUNKS = 2_000;

/** Thrown if a file exceeds the limits or is malformed; becomes a failed step. */
export class Unreadable extends Error {
  constructor(readonly why: 'fileDamaged' | 'fileTooDeep' | 'noCredential' | 'severalCredentials') {
    super(why);
  }
}

/**
 * Nothing but zeros and white space, as downloads and mail programs leave them behind a
 * file: no reader shows any of it.
 */
export function isPadding(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws Unreadable for text that is no JSON object, or a larger or deeper one than any credential. */
export function boundedJson(text: string): JsonRecord {
  if (Buffer.byteLength(text) > MOST_CREDENTIAL_BYTES || nesting(text) > MOST_DEPTH)
    throw new Unreadable('fileTooDeep');
  const value = parsed(text);
  if (!isRecord(value)) throw new Unreadable('fileDamaged');
  if (countOf(value) > MOST_VALUES) throw new Unreadable('fileTooDeep');
  if (!isFinite(value)) throw new Unreadable('fileDamaged');
  return value;
}

/** UTF-8 and nothing else: @throws Unreadable. */
export function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new Unreadable('fileDamaged');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable('fileDamaged');
  }
}

/** Nesting depth of a JSON text, measured before it is parsed. */
function nesting(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}

function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + countOf(one), 1);
  return isRecord(value) ? Object.values(value).reduce<number>((sum, one) => sum + countOf(one), 1) : 1;
}

/** JSON has no infinity; a number with too many digits becomes one, and no canonical form can be made of it. */
function isFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isFinite);
  return isRecord(value) ? Object.values(value).every(isFinite) : true;
}
