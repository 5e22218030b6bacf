import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BackupFault } from './backup-fault.js';
import { AN_HOUR } from '../durations.js';

/*
 * A POSIX tar archive, so that a backup can be opened without the product: one large entry, whose length is only known
 * once it is written, followed by small ones.
 */

const BLOCK = 512;
const CHUNK = 1024 * 1024;
/** The largest number that the octal length field holds. Larger ones are written in base 256, as GNU tar does. */
const MOST_OCTAL = 8 ** 11 - 1;
const LINKLESS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

export interface WrittenArchive {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

export interface SmallEntry {
  readonly name: string;
  readonly text: string;
}

export interface ArchiveRequest {
  readonly file: string;
  /** Whether to replace an existing file of that name. */
  readonly force: boolean;
  /** Epoch milliseconds; the modification time of each entry. */
  readonly at: number;
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
  /** The entries that follow the large one. */
  readonly describe: (written: WrittenArchive) => Promise<readonly SmallEntry[]> | readonly SmallEntry[];
}

/**
 * Writes under a temporary name beside the target, readable by the owner only, flushes to disk, then renames: the final
 * name never refers to an incomplete file. Returns the length of the file in bytes.
 */
export async function writeArchive(request: ArchiveRequest): Promise<number> {
  const partial = partialName(request.file);
  try {
    const handle = await open(partial, 'wx', 0o600);
    let length: number;
    try {
      length = await writeEntries(handle, request);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await giveName(partial, request.file, request.force);
    return length;
  } finally {
    await rm(partial, { force: true });
  }
}

/** The temporary name of a file while it is being written. */
export function partialName(file: string): string {
  return `${file}.partial-${randomBytes(6).toString('hex')}`;
}

/** Suffixes of temporary files that an interrupted backup or restore leaves beside its target. */
export const LEFTOVER = /^\.partial-[0-9a-f]{12}(?:\.sqlite)?(?:-journal|-wal|-shm)?$/;
/** Milliseconds. A process that is still running has written to its file more recently. */
export const STALE_AFTER = AN_HOUR;

/**
 * Removes what an interrupted backup or restore left beside its target.
 * @param writtenBefore epoch milliseconds; omit it only if no other process works on that target
 */
export async function removeLeftovers(file: string, writtenBefore = Infinity): Promise<void> {
  const [folder, name] = [dirname(file), basename(file)];
  const names = await readdir(folder).catch(() => []);
  for (const one of names.filter((each) => each.startsWith(name) && LEFTOVER.test(each.slice(name.length)))) {
    const found = await stat(join(folder, one)).catch(() => null);
    if (found && found.mtimeMs < writtenBefore) await rm(join(folder, one), { force: true });
  }
}

async function writeEntries(handle: FileHandle, { at, name, content, describe }: ArchiveRequest): Promise<number> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    await write(handle, chunk, BLOCK + bytes);
    bytes += chunk.length;
  }
  let end = BLOCK + bytes;
  const append = async (block: Buffer): Promise<void> => {
    await write(handle, block, end);
    end += block.length;
  };
  await append(padding(bytes));
  for (const entry of await describe({ bytes, sha256: hash.digest('hex') })) {
    const text = Buffer.from(entry.text);
    await append(Buffer.concat([header(entry.name, text.length, at), text, padding(text.length)]));
  }
  await append(Buffer.alloc(2 * BLOCK));
  await write(handle, header(name, bytes, at), 0);
  return end;
}

async function write(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;)
    done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}

/** Without `force`, a file that has been created in the meantime is not replaced. */
async function giveName(partial: string, file: string, force: boolean): Promise<void> {
  if (force) {
    await rename(partial, file);
  } else {
    await link(partial, file).catch(async (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EEXIST')
        throw new BackupFault(`${file} is there already. Choose another name, or give --force to replace it.`);
      if (!LINKLESS.has(fault.code ?? '')) throw fault;
      await rename(partial, file);
    });
  }
  await flushFolder(dirname(file));
}

/** A new name is only durable once its folder is flushed. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (fault) {
    // Some network file systems cannot flush folders.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes((fault as NodeJS.ErrnoException).code ?? '')) throw fault;
  } finally {
    await handle.close();
  }
}

export interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly offset: number;
}

/** The entries of an archive, read from their headers. @throws BackupFault if it is not an archive, or is incomplete */
export async function entriesOf(file: string): Promise<Entry[]> {
  const { size } = await stat(file);
  const handle = await open(file, 'r');
  try {
    const entries: Entry[] = [];
    for (let at = 0; ;) {
      const block = Buffer.alloc(BLOCK);
      if (at + BLOCK > size) throw new BackupFault(`${file} is cut off: its end is missing.`);
      await handle.read(block, 0, BLOCK, at);
      if (block.every((byte) => byte === 0)) return entries;
      const entry = readHeader(block);
      if (!entry) throw new BackupFault(`${file} is no backup of this product, or it is damaged.`);
      if (at + BLOCK + entry.bytes > size) throw new BackupFault(`${file} is cut off: its end is missing.`);
      entries.push({ ...entry, offset: at + BLOCK });
      at += BLOCK + Math.ceil(entry.bytes / BLOCK) * BLOCK;
    }
  } finally {
    await handle.close();
  }
}

/** The bytes of an entry, in chunks. */
export async function* contentOf(
  file: string,
  { offset, bytes }: Pick<Entry, 'offset' | 'bytes'>,
): AsyncGenerator<Buffer> {
  if (bytes === 0) return;
  for await (const chunk of createReadStream(file, { start: offset, end: offset + bytes - 1, highWaterMark: CHUNK }))
    yield chunk as Buffer;
}

function padding(bytes: number): Buffer {
  return Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);
}

function header(name: string, bytes: number, at: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100, 'utf8');
  block.write('0000600\0', 100, 'latin1');
  block.write('0000000\0', 108, 'latin1');
  block.write('0000000\0', 116, 'latin1');
  if (bytes <= MOST_OCTAL) {
    block.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  } else {
    block.writeBigUInt64BE(BigInt(bytes), 128);
    block[124] = 0x80;
  }
  block.write(
    `${Math.floor(at / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
    'latin1',
  );
  block.write('        0', 148, 'latin1');
  block.write('ustar\u000000', 257, 'latin1');
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** `null` if the block is not a header, or its checksum does not match. */
function readHeader(block: Buffer): { readonly name: string; readonly bytes: number } | null {
  const noted = Number.parseInt(textAt(block, 148, 8), 8);
  const plain = Buffer.from(block);
  plain.fill(' ', 148, 156);
  if (noted !== sumOf(plain)) return null;
  const bytes = block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(textAt(block, 124, 12), 8);
  return Number.isSafeInteger(bytes) && bytes >= 0 ? { name: textAt(block, 0, 100), bytes } : null;
}

function textAt(block: Buffer, start: number, length: number): string {
  const part = block.subarray(start, start + length);
  const end = part.indexOf(0);
  return part
    .subarray(0, end === -1 ? length : end)
    .toString('utf8')
    .trim();
}

function sumOf(block: Buffer): number {
  return block.reduce((sum, byte) => sum + byte, 0);
}
