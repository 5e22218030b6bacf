import type Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { onDemand } from '../files/on-demand.js';
import { flushFolder, partialName, removeLeftovers, STALE_AFTER } from './archive.js';
import { BackupFault } from './backup-fault.js';
import { demandSpace, demandWholeSqlite, sqliteFile } from './copy-sqlite.js';
import { type Backup, databaseOf } from './read-backup.js';

const sqlite = onDemand<typeof Database>('better-sqlite3');
const BESIDE = ['-wal', '-shm', '-journal'] as const;
/** SQLite's error codes for a file that it cannot read at all. */
const UNREADABLE: ReadonlySet<string> = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT']);

export interface RestoreSqlite {
  readonly dataDir: string;
  readonly force: boolean;
  /** Part of the name under which the previous database is kept. */
  readonly stamp: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Writes the copy beside the database, checks that it is complete, and only then renames it. Returns where the previous
 * database is kept, or `null` if there was none.
 */
export async function restoreSqlite(
  backup: Backup,
  { dataDir, force, stamp, now }: RestoreSqlite,
): Promise<string | null> {
  const file = sqliteFile(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (existsSync(file) && !force)
    throw new BackupFault(
      `${file} is there already. Give --force to put the backup in its place; it is kept under another name.`,
    );
  const held = holdAlone(file);
  try {
    await removeLeftovers(file, now - STALE_AFTER);
    await demandSpace(file, backup.manifest.database.bytes);
    const fresh = partialName(file);
    try {
      await extract(backup, fresh);
      demandWholeSqlite(fresh);
      return await exchange({ fresh, file, stamp });
    } finally {
      for (const beside of ['', ...BESIDE]) await rm(`${fresh}${beside}`, { force: true });
    }
  } finally {
    held?.close();
  }
}

/** Extracts the database into a new file, readable by the owner only. */
export async function extract(backup: Backup, target: string): Promise<void> {
  const handle = await open(target, 'wx', 0o600);
  try {
    for await (const chunk of databaseOf(backup)) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Holds the database exclusively until it is closed. In WAL mode every open connection holds a lock, even an idle one,
 * and leaving WAL mode needs the exclusive one.
 */
function holdAlone(file: string): Database.Database | null {
  if (!existsSync(file)) return null;
  const database = new (sqlite())(file, { timeout: 2_000 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    return database;
  } catch (fault) {
    database.close();
    const { code = '' } = fault as { code?: string };
    if (code.startsWith('SQLITE_BUSY'))
      throw new BackupFault(`${file} is in use: stop the product, and every other program that has it open, first.`);
    if (UNREADABLE.has(code)) return null;
    throw fault;
  }
}

/** At every moment the name refers to a complete database: first the old one, then the new one. */
async function exchange({
  fresh,
  file,
  stamp,
}: {
  readonly fresh: string;
  readonly file: string;
  readonly stamp: string;
}): Promise<string | null> {
  const kept = existsSync(file) ? `${file}.before-${stamp}` : null;
  if (kept !== null) {
    await link(file, kept).catch(async (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EEXIST') throw new BackupFault(`${kept} is there already. Move it away first.`);
      await rename(file, kept);
    });
  }
  // Journal files that a crash left beside the old database belong to it and would corrupt the new one.
  for (const beside of BESIDE) {
    if (!existsSync(`${file}${beside}`)) continue;
    if (kept === null) await rm(`${file}${beside}`);
    else await rename(`${file}${beside}`, `${kept}${beside}`);
  }
  await rename(fresh, file);
  await flushFolder(file.slice(0, file.lastIndexOf('/')) || '/');
  return kept;
}
