import { inflateRawSync } from 'node:zlib';

/** What an archive may come to, unpacked. */
export interface ZipBounds {
  readonly entries: number;
  readonly bytes: number;
}

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Unpacks an archive that a stranger sent, or answers `null` where it is none, is damaged, encrypted or larger than it says
 * or than the bounds. Each entry is inflated into no more room than is left, so that a small file cannot become a large one.
 */
export function unzipWithin(bytes: Buffer, bounds: ZipBounds): ZipEntry[] | null {
  try {
    return entriesOf(bytes, bounds);
  } catch {
    return null;
  }
}

function entriesOf(bytes: Buffer, bounds: ZipBounds): ZipEntry[] | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > bounds.entries) return null;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  let left = bounds.bytes;
  for (let n = 0; n < count; n += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) return null;
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    if ((flags & 1) !== 0 || size > left) return null;
    const local = bytes.readUInt32LE(at + 42);
    const content = contentAt(bytes, { local, method, packed, size });
    if (content === null) return null;
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), bytes: content });
    left -= size;
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function contentAt(bytes: Buffer, { local, method, packed, size }: { local: number; method: number; packed: number; size: number }): Buffer | null {
  if (bytes.readUInt32LE(local) !== LOCAL) return null;
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + packed > bytes.length) return null;
  const raw = bytes.subarray(from, from + packed);
  if (method === 0) return raw.length === size ? raw : null;
  if (method !== 8) return null;
  const content = size === 0 && packed <= 2 ? Buffer.alloc(0) : inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
  return content.length === size ? content : null;
}
