import { crc32 } from 'node:zlib';
import { isPadding, MOST_CREDENTIAL_BYTES, MOST_PNG_CHUNKS, Unreadable, utf8 } from './check-limits.js';

const PNG_BEGINS = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What is left of it where a program took the file for text and changed its line ends. */
const PNG_NAMED = PNG_BEGINS.subarray(0, 4);
const KEYWORD = 'openbadgecredential';

export interface ReadPicture {
  /** A JSON credential or a compact JWT, as it stands in the picture. */
  readonly credential: string;
  /** Bytes stand behind the picture's end. */
  readonly appended: boolean;
}

export function isPicture(bytes: Buffer): boolean {
  return bytes.subarray(0, PNG_NAMED.length).equals(PNG_NAMED);
}

/**
 * The credential that is baked into a picture. The pixels are never unpacked, so a picture cannot be a bomb.
 * @throws Unreadable: a damaged file, no credential, or more than one (two readers might then see two different ones).
 */
export function readPicture(bytes: Buffer): ReadPicture {
  if (!bytes.subarray(0, PNG_BEGINS.length).equals(PNG_BEGINS)) throw new Unreadable('fileDamaged');
  const credentials: string[] = [];
  let at = PNG_BEGINS.length;
  for (let count = 0; ; count += 1) {
    if (count > MOST_PNG_CHUNKS) throw new Unreadable('fileTooDeep');
    const chunk = chunkAt(bytes, at);
    at += 12 + chunk.data.length;
    if (chunk.type === 'IEND') break;
    if (chunk.type === 'iTXt' || chunk.type === 'tEXt' || chunk.type === 'zTXt') credentials.push(...bakedIn(chunk));
  }
  const [credential, ...others] = credentials;
  if (credential === undefined) throw new Unreadable('noCredential');
  if (others.length > 0) throw new Unreadable('severalCredentials');
  if (at < bytes.length && isPadding(bytes.subarray(at))) throw new Unreadable('fileDamaged');
  return { credential, appended: at < bytes.length };
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunkAt(bytes: Buffer, at: number): Chunk {
  if (at + 12 > bytes.length) throw new Unreadable('fileDamaged');
  const length = bytes.readUInt32BE(at);
  const end = at + 8 + length;
  if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end))
    throw new Unreadable('fileDamaged');
  return { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end) };
}

/** iTXt: keyword, two bytes of compression, language, translated keyword, text; each ended by a zero. */
function bakedIn({ type, data }: Chunk): string[] {
  const keywordEnd = data.indexOf(0);
  if (data.toString('latin1', 0, Math.max(0, keywordEnd)) !== KEYWORD) return [];
  const languageEnd = data.indexOf(0, keywordEnd + 3);
  const translatedEnd = data.indexOf(0, languageEnd + 1);
  if (type !== 'iTXt' || data[keywordEnd + 1] !== 0 || languageEnd < 0 || translatedEnd < 0)
    throw new Unreadable('noCredential');
  const text = data.subarray(translatedEnd + 1);
  if (text.length > MOST_CREDENTIAL_BYTES) throw new Unreadable('fileTooDeep');
  return [utf8(text)];
}
