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

/** The compact token in a text, and whether anything stands around it beside the line ends that an editor leaves. */
export function compactTokenIn(text: string): { readonly token: string; readonly surrounded: boolean } {
  const plain = text.replace(/^\ufeff/, '');
  const token = plain.trim();
  const behind = plain.slice(plain.indexOf(token) + token.length);
  return { token, surrounded: !plain.startsWith(token) || !/^[\r\n]{0,4}$/.test(behind) };
}
