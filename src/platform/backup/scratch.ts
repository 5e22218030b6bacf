import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { BackupFault } from './backup-fault.js';
import { demandSpace, sqliteFile } from './copy-sqlite.js';
import { withPostgres } from './postgres-session.js';
import type { Backup } from './read-backup.js';
import { restorePostgres } from './restore-postgres.js';
import { extract } from './restore-sqlite.js';

/** A copy of the academy, restored elsewhere. */
export interface OpenedCopy {
  /** The configuration with which the product works on the copy. */
  readonly place: Pick<Config, 'dataDir' | 'databaseUrl'>;
  remove(): Promise<void>;
}

/**
 * Restores a backup into a temporary folder or, for PostgreSQL, into a new database on the server of `DATABASE_URL`.
 * The academy itself is not touched. @throws BackupFault
 */
export async function openCopy(
  backup: Backup,
  { config, folder }: { readonly config: Config; readonly folder: string },
): Promise<OpenedCopy> {
  const dataDir = await mkdtemp(join(folder, 'academy-drill-'));
  const removeFolder = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    if (backup.manifest.database.kind === 'sqlite') {
      await demandSpace(sqliteFile(dataDir), backup.manifest.database.bytes);
      await extract(backup, sqliteFile(dataDir));
      return { place: { dataDir, databaseUrl: null }, remove: removeFolder };
    }
    const database = await makeDatabase(config.databaseUrl);
    const remove = async (): Promise<void> => {
      await database.drop();
      await removeFolder();
    };
    try {
      await restorePostgres(backup, { databaseUrl: database.url, force: false, path: config.path });
    } catch (fault) {
      await database.drop();
      throw fault;
    }
    return { place: { dataDir, databaseUrl: database.url }, remove };
  } catch (fault) {
    await removeFolder();
    throw fault;
  }
}

async function makeDatabase(server: string | null): Promise<{ readonly url: string; drop(): Promise<void> }> {
  if (server === null)
    throw new BackupFault(
      'The backup holds a PostgreSQL database: name by DATABASE_URL a database on a server where a copy may be made for the drill.',
    );
  const name = `academy_drill_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await withPostgres(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`)).catch(
    (fault: Error & { code?: string }) => {
      if (fault.code !== '42501') throw fault;
      throw new BackupFault(
        'The role of DATABASE_URL may not create databases. Name by DATABASE_URL a server and a role that may: the drill touches no database but its own.',
      );
    },
  );
  return {
    url: url.href,
    drop: async () => {
      await withPostgres(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name}`));
    },
  };
}
