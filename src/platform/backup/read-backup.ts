import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { BackupKey } from '../files/keys.js';
import { contentOf, entriesOf, type Entry } from './archive.js';
import { BackupFault } from './backup-fault.js';
import { hashOfText, isAuthentic, MANIFEST, type Manifest, readManifest, SUMS, sumsOf } from './manifest.js';

export interface Backup {
  readonly file: string;
  /** Size of the whole file. */
  readonly bytes: number;
  readonly manifest: Manifest;
  readonly database: Entry;
}

/** No manifest comes close to this length. */
const MOST_TEXT = 1024 * 1024;

/**
 * Reads the manifest of a backup, not the large entry.
 * @throws BackupFault if it is not a backup, is incomplete or was changed
 */
export async function openBackup(file: string): Promise<Backup> {
  const entries = await entriesOf(file);
  const text = await textOf(
    file,
    entries.find(({ name }) => name === MANIFEST),
  );
  const sums = await textOf(
    file,
    entries.find(({ name }) => name === SUMS),
  );
  if (text === null || sums === null) throw new BackupFault(`${file} is no backup of this product.`);
  const manifest = readManifest(file, text);
  const database = entries.find(({ name }) => name === manifest.database.file);
  if (!database || database.bytes !== manifest.database.bytes)
    throw new BackupFault(`${file} is damaged: its database is not as long as its manifest says.`);
  if (sums !== sumsOf(manifest, text))
    throw new BackupFault(
      `${file} was changed: its manifest (SHA-256 ${hashOfText(text)}) does not fit its list of sums.`,
    );
  return { file, bytes: (await stat(file)).size, manifest, database };
}

/** @throws BackupFault if the manifest was written without this key, or changed since */
export function demandAuthentic({ file, manifest }: Backup, key: BackupKey): void {
  if (manifest.keyFingerprint !== key.fingerprint || isAuthentic(manifest, key)) return;
  throw new BackupFault(
    `${file} was changed after it was made: its manifest does not bear the mark of the master key.`,
  );
}

/**
 * If there is a key, a manifest must have a MAC: removing one is easier than forging one.
 * @throws BackupFault if it has none
 */
export function demandMarked({ file, manifest }: Backup): void {
  if (manifest.keyFingerprint !== null && manifest.mac !== null) return;
  throw new BackupFault(
    `${file} does not bear the mark of a master key, so nothing shows that it was not changed. ` +
      'If it was made where no key was at hand, restore it with --other-key, and run npm run academy -- bind-register afterwards.',
  );
}

/** Whether the backup was made under this master key; `null` if either is missing. */
export function keyFits({ keyFingerprint }: Manifest, key: BackupKey | null): boolean | null {
  return keyFingerprint === null || key === null ? null : keyFingerprint === key.fingerprint;
}

/**
 * The bytes of the database, verified while they are read.
 * @throws BackupFault at the end, if they differ from those that were written
 */
export async function* databaseOf({ file, manifest, database }: Backup): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of contentOf(file, database)) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== manifest.database.sha256) {
    throw new BackupFault(
      `${file} is damaged or was changed: its database does not have the SHA-256 that its manifest names.`,
    );
  }
}

/** Reads everything, only to verify the hash. @throws BackupFault */
export async function demandUnchanged(backup: Backup): Promise<void> {
  const pieces = databaseOf(backup);
  while (!(await pieces.next()).done) continue;
}

async function textOf(file: string, entry: Entry | undefined): Promise<string | null> {
  if (!entry || entry.bytes > MOST_TEXT) return null;
  const parts: Buffer[] = [];
  for await (const part of contentOf(file, entry)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
