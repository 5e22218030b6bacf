import type Database from 'better-sqlite3';
import { closeSync, openSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onDemand } from '../files/on-demand.js';
import { BackupFault } from './backup-fault.js';
import type { CopyFacts, CopyQueries } from './copy-facts.js';

const sqlite = onDemand<typeof Database>('better-sqlite3');

/** Bytes to leave free for others. */
const RESERVE = 64 * 1024 * 1024;

export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'academy.sqlite');
}

/** The size of a copy in bytes: the file without its free pages. */
export function sizeOfSqlite(dataDir: string): number {
  return withDatabase(sqliteFile(dataDir), { readonly: true, fileMustExist: true }, (database) => {
    const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map((name) =>
      Number(database.pragma(name, { simple: true })),
    );
    return (pages! - free!) * size!;
  });
}

/**
 * A consistent copy of the database, even while others write to it: `VACUUM INTO` reads one snapshot on a connection of
 * its own. It blocks its thread until it is done.
 */
export function copySqlite(dataDir: string, target: string): void {
  closeSync(openSync(target, 'wx', 0o600));
  withDatabase(sqliteFile(dataDir), { fileMustExist: true }, (database) => {
    database.pragma('busy_timeout = 10000');
    database.prepare('VACUUM INTO ?').run(target);
  });
}

/** The facts of a copy; also used on a restored one. */
export function factsOfSqlite(file: string, { checkpoint, register, unfit }: CopyQueries): CopyFacts {
  return withDatabase(file, { readonly: true, fileMustExist: true }, (database) => {
    const tables = column(
      database,
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    );
    const migrations = tables.includes('migration') ? column(database, 'SELECT name FROM migration ORDER BY id') : [];
    return {
      version: column(database, 'SELECT sqlite_version()')[0]!,
      counts: Object.fromEntries(
        tables.map((table) => [table, Number(column(database, `SELECT COUNT(*) FROM "${table}"`)[0])]),
      ),
      migration: migrations.at(-1) ?? null,
      migrations: migrations.length,
      checkpoint: tables.includes('log_head') ? (column(database, checkpoint)[0] ?? null) : null,
      registerMac: tables.includes(register.table) ? (column(database, register.query)[0] ?? null) : null,
      isUnfit: unfit !== null && tables.includes(unfit.table) && column(database, unfit.query).length > 0,
    };
  });
}

/** @throws BackupFault with the first faults that SQLite finds in the file */
export function demandWholeSqlite(file: string): void {
  const found = withDatabase(file, { readonly: true, fileMustExist: true }, (database) =>
    column(database, 'PRAGMA quick_check(3)'),
  );
  if (found.join() !== 'ok') throw new BackupFault(`The database in the backup is damaged: ${found.join('; ')}`);
}

/** @throws BackupFault if fewer bytes than needed are free on the disk of this file */
export async function demandSpace(file: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(file));
  const free = Number(bavail) * Number(bsize);
  if (free >= needed + RESERVE) return;
  throw new BackupFault(
    `${dirname(file)} has ${inMegabytes(free)} free; this needs ${inMegabytes(needed)} and some to spare.`,
  );
}

export function inMegabytes(bytes: number): string {
  return bytes >= 10e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`;
}

function column(database: Database.Database, query: string): string[] {
  return (database.prepare(query).pluck().all() as (string | number | null)[]).map(String);
}

function withDatabase<T>(file: string, options: Database.Options, work: (database: Database.Database) => T): T {
  const database = new (sqlite())(file, options);
  try {
    return work(database);
  } finally {
    database.close();
  }
}
