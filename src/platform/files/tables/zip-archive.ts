import { createInflateRaw } from 'node:zlib';
import { ReadingStopped } from './table.js';

interface ZipEntry {
  readonly method: number;
  readonly from: number;
  readonly packed: number;
  /** Declared unpacked size in bytes. */
  readonly size: number;
}

const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 2_000;
const STORED = 0;
const DEFLATED = 8;
const CHUNK = 64 * 1024;

/** Limits the bytes unpacked from one archive, over all of its entries. @throws ReadingStopped */
export class UnpackedBytes {
  constructor(private left: number) {}

  take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new ReadingStopped('tooLarge');
  }

  room(bytes: number): void {
    if (bytes > this.left) throw new ReadingStopped('tooLarge');
  }
}

/** The table of contents of an uploaded archive. An entry is unpacked in chunks, on demand. */
export class ZipArchive {
  private constructor(
    private readonly bytes: Buffer,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  /** @throws ReadingStopped if it is not an archive, is damaged or encrypted, or has two entries of one name */
  static open(bytes: Buffer): ZipArchive {
    try {
      return new ZipArchive(bytes, contentsOf(bytes));
    } catch (fault) {
      throw fault instanceof RangeError ? new ReadingStopped('damaged') : fault;
    }
  }

  /** In lower case: programs differ in the case of these names. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** @throws ReadingStopped if the entry is missing, damaged, of another size than declared, or exceeds the limit */
  async *read(name: string, unpacked: UnpackedBytes): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry || (entry.method !== STORED && entry.method !== DEFLATED)) throw new ReadingStopped('damaged');
    unpacked.room(entry.size);
    let size = 0;
    for await (const piece of pieces(this.bytes.subarray(entry.from, entry.from + entry.packed), entry)) {
      size += piece.length;
      if (size > entry.size) throw new ReadingStopped('damaged');
      unpacked.take(piece.length);
      yield piece;
    }
    if (size !== entry.size) throw new ReadingStopped('damaged');
  }
}

function contentsOf(bytes: Buffer): Map<string, ZipEntry> {
  const end = bytes.lastIndexOf(END);
  const count = end < 0 ? 0 : bytes.readUInt16LE(end + 10);
  if (count === 0 || count > MOST_ENTRIES) throw new ReadingStopped('damaged');
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) !== 0;
    const name = bytes
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replaceAll('\\', '/')
      .toLowerCase();
    if (bytes.readUInt32LE(at) !== CENTRAL || encrypted || entries.has(name)) throw new ReadingStopped('damaged');
    entries.set(name, entryAt(bytes, at));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  const local = bytes.readUInt32LE(at + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) throw new ReadingStopped('damaged');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const entry = {
    method: bytes.readUInt16LE(at + 10),
    from,
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
  };
  if (from + entry.packed > bytes.length) throw new ReadingStopped('damaged');
  return entry;
}

async function* pieces(raw: Buffer, { method }: ZipEntry): AsyncGenerator<Buffer> {
  if (method === STORED) {
    for (let at = 0; at < raw.length; at += CHUNK) yield raw.subarray(at, at + CHUNK);
    return;
  }
  const inflating = createInflateRaw({ chunkSize: CHUNK });
  inflating.end(raw);
  try {
    yield* inflating as AsyncIterable<Buffer>;
  } catch (fault) {
    if ((fault as { code?: string } | null)?.code?.startsWith('Z_')) throw new ReadingStopped('damaged');
    throw fault;
  } finally {
    inflating.destroy();
  }
}
