const BIG_ENDIAN = [0xfe, 0xff];
const LITTLE_ENDIAN = [0xff, 0xfe];

/** Text that an editor saved as UTF-16 ("Unicode"), as UTF-8; all other bytes as they are. */
export function asUtf8(bytes: Buffer): Buffer {
  const encoding = utf16In(bytes);
  if (encoding === null) return bytes;
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes), 'utf8');
  } catch {
    return bytes;
  }
}

/** By its byte order mark, or by a first character that a credential begins with (`{`, `e`). */
function utf16In([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const begins = (pair: readonly number[]): boolean => first === pair[0] && second === pair[1];
  if (begins(LITTLE_ENDIAN) || begins([0x7b, 0]) || begins([0x65, 0])) return 'utf-16le';
  if (begins(BIG_ENDIAN) || begins([0, 0x7b]) || begins([0, 0x65])) return 'utf-16be';
  return null;
}

/**
 * A compact token or JSON without the white space around it: editors and emails add line ends, spaces, a byte order
 * mark or no-break spaces, and white space can hide nothing.
 */
export const trimmedText = (text: string): string => text.trim();
