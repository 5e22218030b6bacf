import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { isoOf } from '../clock.js';
import type { Config } from '../config.js';
import type { BackupKey } from '../files/keys.js';
import {
  contentOf,
  partialName,
  removeLeftovers,
  STALE_AFTER,
  type SmallEntry,
  writeArchive,
  type WrittenArchive,
} from './archive.js';
import { BackupFault } from './backup-fault.js';
import type { CopyFacts, CopyQueries } from './copy-facts.js';
import { copyPostgres } from './copy-postgres.js';
import { copySqlite, demandSpace, factsOfSqlite, sizeOfSqlite, sqliteFile } from './copy-sqlite.js';
import { demandTarget } from './demand-target.js';
import {
  DATABASE_FILES,
  type DatabaseKind,
  MANIFEST,
  type Manifest,
  SUMS,
  sumsOf,
  textOfManifest,
  withMac,
} from './manifest.js';
import { withPostgres } from './postgres-session.js';

/** Plain data, so that it can be sent to another process. */
export interface BackupRequest {
  readonly config: Pick<Config, 'dataDir' | 'databaseUrl' | 'publicUrl'>;
  readonly file: string;
  readonly force: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly madeBy: Manifest['madeBy'];
  readonly product: Manifest['product'];
  readonly key: BackupKey | null;
  readonly queries: CopyQueries;
  readonly path: string;
}

export interface NewBackup {
  readonly file: string;
  readonly bytes: number;
  readonly manifest: Manifest;
}

/** What there is to copy. Reads only. */
export interface BackupPlan {
  /** Size of the database in bytes. */
  readonly size: number;
  /** Bytes that must be free where the backup is written. */
  readonly needed: number;
}

/**
 * @throws BackupFault if the backup cannot be made: no database, not enough space, an existing file of that name, a
 * folder that is not writable
 */
export async function planBackup({
  config: { dataDir, databaseUrl },
  file,
  force,
}: Pick<BackupRequest, 'config' | 'file' | 'force'>): Promise<BackupPlan> {
  await demandTarget(file, force);
  if (databaseUrl === null && !existsSync(sqliteFile(dataDir)))
    throw new BackupFault(`DATA_DIR=${dataDir} holds no academy yet.`);
  const size = databaseUrl === null ? sizeOfSqlite(dataDir) : await sizeOfPostgres(databaseUrl);
  // SQLite is written twice: a copy, then the archive. A dump is written once, and compressed.
  const needed = databaseUrl === null ? 2 * size : Math.ceil(size / 2);
  await demandSpace(file, needed);
  return { size, needed };
}

/**
 * Makes the backup. The file gets its name only when it is complete and flushed to disk.
 * @throws BackupFault as `planBackup`, and if the copy must not be kept
 */
export async function makeBackup(request: BackupRequest): Promise<NewBackup> {
  await removeLeftovers(request.file, request.at - STALE_AFTER);
  await planBackup(request);
  const { databaseUrl } = request.config;
  return databaseUrl === null ? ofSqlite(request) : ofPostgres(request, databaseUrl);
}

async function ofSqlite(request: BackupRequest): Promise<NewBackup> {
  const copy = `${partialName(request.file)}.sqlite`;
  try {
    copySqlite(request.config.dataDir, copy);
    const facts = factsOfSqlite(copy, request.queries);
    return await archived(request, {
      kind: 'sqlite',
      facts,
      content: contentOf(copy, { offset: 0, bytes: (await stat(copy)).size }),
    });
  } finally {
    await rm(copy, { force: true });
  }
}

function ofPostgres(request: BackupRequest, databaseUrl: string): Promise<NewBackup> {
  const { queries, path } = request;
  return copyPostgres({ databaseUrl, queries, path }, (content, facts) =>
    archived(request, { kind: 'postgresql', facts, content }),
  );
}

interface DatabaseDump {
  readonly kind: DatabaseKind;
  readonly facts: CopyFacts;
  readonly content: AsyncIterable<Buffer>;
}

async function archived(
  { file, force, at, ...request }: BackupRequest,
  { kind, facts, content }: DatabaseDump,
): Promise<NewBackup> {
  if (facts.isUnfit) throw new BackupFault(request.queries.unfit?.message ?? 'This database is not to be kept.');
  let manifest: Manifest | null = null;
  const describe = ({ bytes, sha256 }: WrittenArchive): SmallEntry[] => {
    manifest = withMac(
      {
        format: 'academy-backup',
        formatVersion: 1,
        product: request.product,
        madeAt: isoOf(at),
        madeBy: request.madeBy,
        address: request.config.publicUrl,
        database: { kind, version: facts.version, file: DATABASE_FILES[kind], bytes, sha256 },
        schema: { migration: facts.migration, migrations: facts.migrations },
        counts: facts.counts,
        checkpoint: facts.checkpoint,
        registerMac: facts.registerMac,
        keyFingerprint: request.key?.fingerprint ?? null,
      },
      request.key,
    );
    const text = textOfManifest(manifest);
    return [
      { name: MANIFEST, text },
      { name: SUMS, text: sumsOf(manifest, text) },
    ];
  };
  const bytes = await writeArchive({ file, force, at, name: DATABASE_FILES[kind], content, describe });
  if (manifest === null) throw new Error('An archive without a manifest');
  return { file, bytes, manifest };
}

function sizeOfPostgres(databaseUrl: string): Promise<number> {
  return withPostgres(databaseUrl, async (client) => {
    const { rows } = await client.query<{ size: string }>('SELECT pg_database_size(current_database()) AS size');
    return Number(rows[0]?.size ?? 0);
  });
}
