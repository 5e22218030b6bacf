import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The keyword of Open Badges 3.0; version 2 said `openbadges`. */
const KEYWORD = 'openbadgecredential';

/**
 * A PNG that carries a credential: one uncompressed iTXt chunk right after its header.
 * @throws Error for what is no PNG, or is baked already
 */
export function bake(png: Uint8Array, credential: string): Buffer {
  const bytes = Buffer.from(png);
  if (!bytes.subarray(0, 8).equals(SIGNATURE) || bytes.toString('latin1', 12, 16) !== 'IHDR')
    throw new Error('Not a PNG');
  if (bytes.includes(Buffer.from(`iTXt${KEYWORD}\0`))) throw new Error('Already baked');
  const afterHeader = 8 + 12 + bytes.readUInt32BE(8);
  return Buffer.concat([bytes.subarray(0, afterHeader), chunkOf(credential), bytes.subarray(afterHeader)]);
}

/** Keyword, no compression, no language, no translated keyword, then the text. */
function chunkOf(text: string): Buffer {
  const body = Buffer.concat([Buffer.from(`iTXt${KEYWORD}`), Buffer.alloc(5), Buffer.from(text, 'utf8')]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
