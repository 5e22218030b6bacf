import { inflateSync } from 'node:zlib';
import {
  isPadding,
  MOST_CREDENTIAL_BYTES,
  MOST_PDF_ATTACHMENTS,
  MOST_PDF_OBJECTS,
  MOST_PDF_PAGES,
  MOST_PDF_SIGNATURES,
  Unreadable,
  utf8,
} from './check-limits.js';

const END_MARK = '%%EOF';
const LEAST_ZEROS = 512;

/** One signature as it stands in a PDF: what it covers and the CMS message that signs it. */
export interface PdfSignature {
  /** From the first byte to the last of the file, but for the signature itself. */
  readonly whole: boolean;
  /** Begins at the first byte and leaves out only itself, but the file goes on behind it. */
  readonly followed: boolean;
  /** What the file goes on with is zeros and white space. */
  readonly followedByPadding: boolean;
  readonly signed: readonly [Buffer, Buffer];
  readonly message: Buffer;
  /** The place of the message, which no signature covers, holds something behind its end. */
  readonly padded: boolean;
}

export interface ReadPdf {
  readonly signatures: readonly PdfSignature[];
  /** The JSON credential that is attached, as text; `null`: none. */
  readonly credential: string | null;
  /** Its end is missing, as where a download broke off, and no signature covers what is there. */
  readonly cutOff: boolean;
  /** Why its attachments could not be read; signatures are reported all the same. */
  readonly fault: Unreadable['why'] | null;
}

/**
 * Reads only what a check needs: where signatures stand and what is attached. Pages, fonts and pictures are never
 * parsed, nothing is unpacked but attachments, and those only up to a credential's size.
 * @throws Unreadable
 */
export function readPdf(bytes: Buffer): ReadPdf {
  const text = bytes.toString('latin1');
  if (count(text, /\d obj\b/g) > MOST_PDF_OBJECTS || count(text, /\/Type\s*\/Page\b/g) > MOST_PDF_PAGES)
    throw new Unreadable('fileTooDeep');
  const signatures = signaturesIn(bytes, text);
  return {
    signatures,
    cutOff:
      MOVED.test(text) ||
      lacksLastBytes(bytes, text) ||
      (!hasEnd(bytes, text) && (signatures.length === 0 || endsInZeros(bytes))),
    ...attachedTo(bytes, text),
  };
}

/** A mail program or an editor put a byte order mark or lines in front: each place in the file is another now. */
const MOVED = /^(?:\u00ef\u00bb\u00bf|[\t\n\f\r ]){1,16}%PDF-/;

/** Only the line end that closes the file is missing of what was signed. */
function lacksLastBytes(bytes: Buffer, text: string): boolean {
  return rangesIn(text).some(([start = 0, , next = 0, rest = 0]) => {
    const missing = next + rest - bytes.length;
    return start === 0 && (missing === 1 || missing === 2);
  });
}

/** The mark that ends each version of a PDF stands at its end. */
function hasEnd(bytes: Buffer, text: string): boolean {
  const at = text.lastIndexOf(END_MARK);
  return at >= 0 && isPadding(bytes.subarray(at + END_MARK.length));
}

/** As where a download had set the room aside before it broke off. */
function endsInZeros(bytes: Buffer): boolean {
  return bytes.subarray(-LEAST_ZEROS).every((byte) => byte === 0);
}

function attachedTo(bytes: Buffer, text: string): Pick<ReadPdf, 'credential' | 'fault'> {
  try {
    return { credential: credentialIn(bytes, text), fault: null };
  } catch (fault) {
    if (fault instanceof Unreadable) return { credential: null, fault: fault.why };
    throw fault;
  }
}

function count(text: string, what: RegExp): number {
  let found = 0;
  while (what.exec(text)) found += 1;
  return found;
}

function rangesIn(text: string): number[][] {
  const found = text.matchAll(/\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g);
  const ranges = [...found].map((match) => match.slice(1, 5).map(Number));
  if (ranges.length > MOST_PDF_SIGNATURES) throw new Unreadable('fileTooDeep');
  return ranges;
}

function signaturesIn(bytes: Buffer, text: string): PdfSignature[] {
  const ranges = rangesIn(text);
  return ranges.flatMap(([start = 0, length = 0, next = 0, rest = 0]) => {
    const gap = text.slice(start + length, next);
    const end = next + rest;
    if (end > bytes.length || !/^<[0-9A-Fa-f]+>$/.test(gap)) return [];
    const complete = start === 0;
    const message = Buffer.from(gap.slice(1, -1), 'hex');
    return [
      {
        whole: complete && end === bytes.length,
        followed: complete && end < bytes.length,
        followedByPadding: complete && end < bytes.length && isPadding(bytes.subarray(end)),
        signed: [bytes.subarray(start, start + length), bytes.subarray(next, end)] as const,
        message,
        padded: message.subarray(derEnd(message)).some((byte) => byte !== 0),
      },
    ];
  });
}

/** Where the DER value ends that a message begins with; behind it a writer of PDFs leaves zeros. */
function derEnd(message: Buffer): number {
  const first = message[1] ?? 0;
  // 0x80 is BER's length that is only found by reading on.
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  return count === 0 || count > 4 || message.length < 2 + count
    ? message.length
    : 2 + count + message.readUIntBE(2, count);
}

function credentialIn(bytes: Buffer, text: string): string | null {
  const attached = [...text.matchAll(/\/EmbeddedFile\b/g)];
  if (attached.length > MOST_PDF_ATTACHMENTS) throw new Unreadable('fileTooDeep');
  const found = new Set(
    attached
      .flatMap(({ index }) => attachmentAround(bytes, text, index))
      .filter((one) => one.includes('VerifiableCredential')),
  );
  if (found.size > 1) throw new Unreadable('severalCredentials');
  return [...found][0] ?? null;
}

const LONGEST_HEADER = 2_000;

/** The attachment whose head names it at `at`, unpacked; nothing where it is not a stream or not text. */
function attachmentAround(bytes: Buffer, text: string, at: number): string[] {
  const before = text.slice(Math.max(0, at - LONGEST_HEADER), at);
  const tail = /^[^]{0,2000}?>>\s*stream\r?\n/.exec(text.slice(at, at + LONGEST_HEADER));
  const begins = before.lastIndexOf(' obj');
  if (begins < 0 || !tail || tail[0].includes('endobj')) return [];
  const from = at + tail[0].length;
  const messageCatalog = before.slice(begins) + tail[0];
  const lengthEntry = /\/Length\s+(\d{1,8})(?!\s+\d+\s+R)\b/.exec(messageCatalog);
  const to = lengthEntry ? from + Number(lengthEntry[1]) : text.indexOf('endstream', from);
  if (to < from || to > bytes.length) return [];
  return [unpacked(bytes.subarray(from, to), /\/FlateDecode\b/.test(messageCatalog))];
}

function unpacked(data: Buffer, deflated: boolean): string {
  const plain = deflated ? inflated(data) : data;
  return plain.length > MOST_CREDENTIAL_BYTES ? '' : textIn(plain);
}

/** Other attachments may be anything; a credential is text. */
function textIn(bytes: Buffer): string {
  try {
    return utf8(bytes);
  } catch {
    return '';
  }
}

function inflated(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: MOST_CREDENTIAL_BYTES });
  } catch (fault) {
    const tooLarge = (fault as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(tooLarge ? 'fileTooDeep' : 'fileDamaged');
  }
}
