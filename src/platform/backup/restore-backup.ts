import { Temporal } from 'temporal-polyfill';
import { ACADEMY_ZONE } from '../clock.js';
import type { Config } from '../config.js';
import type { BackupKey } from '../files/keys.js';
import { BackupFault } from './backup-fault.js';
import { type DatabaseKind, type Manifest } from './manifest.js';
import { type Backup, demandAuthentic, demandMarked, keyFits, openBackup } from './read-backup.js';
import { restorePostgres } from './restore-postgres.js';
import { restoreSqlite } from './restore-sqlite.js';

export interface RestoreRequest {
  readonly config: Pick<Config, 'dataDir' | 'databaseUrl' | 'path'>;
  readonly file: string;
  readonly force: boolean;
  /** Continues although the master key differs from the backup's. */
  readonly otherKey: boolean;
  readonly key: BackupKey | null;
  /** The migrations that this program knows, in order. */
  readonly migrations: readonly string[];
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface RestoreResult {
  readonly manifest: Manifest;
  /** Where the previous SQLite database is kept. */
  readonly kept: string | null;
}

/** Replaces the academy's database by a backup, completely or not at all. @throws BackupFault with the reason */
export async function restoreBackup({
  config,
  file,
  force,
  otherKey,
  key,
  migrations,
  at,
}: RestoreRequest): Promise<RestoreResult> {
  const backup = await openBackup(file);
  demandKind(backup.manifest, config.databaseUrl === null ? 'sqlite' : 'postgresql');
  demandKnownSchema(backup, migrations);
  demandKey(backup, key, otherKey);
  if (config.databaseUrl !== null) {
    await restorePostgres(backup, { databaseUrl: config.databaseUrl, force, path: config.path });
    return { manifest: backup.manifest, kept: null };
  }
  return {
    manifest: backup.manifest,
    kept: await restoreSqlite(backup, { dataDir: config.dataDir, force, stamp: stampOf(at), now: at }),
  };
}

function demandKind({ database: { kind } }: Manifest, own: DatabaseKind): void {
  if (kind === own) return;
  const names: Readonly<Record<DatabaseKind, string>> = { sqlite: 'SQLite', postgresql: 'PostgreSQL' };
  throw new BackupFault(
    kind === 'sqlite'
      ? `The backup holds a ${names.sqlite} database: unset DATABASE_URL and name a folder by DATA_DIR.`
      : `The backup holds a ${names.postgresql} database: name an empty one by DATABASE_URL.`,
  );
}

/** @throws BackupFault if a newer version of the product made it */
export function demandKnownSchema(
  { file, manifest: { schema, product } }: Backup,
  migrations: readonly string[],
): void {
  if (schema.migration === null || migrations.includes(schema.migration)) return;
  throw new BackupFault(
    `${file} was made by a newer version of the product (${product.version}, schema ${schema.migration}): this one does not know its schema. Install that version first.`,
  );
}

function demandKey(backup: Backup, key: BackupKey | null, otherKey: boolean): void {
  if (key && keyFits(backup.manifest, key)) return demandAuthentic(backup, key);
  if (otherKey) return;
  if (key) demandMarked(backup);
  if (keyFits(backup.manifest, key) !== false) return;
  throw new BackupFault(
    `This key does not open this database: the backup belongs to master key ${backup.manifest.keyFingerprint}, the one at hand is ${key?.fingerprint}. ` +
      'Put the right one in DATA_DIR/keys/master.key or MASTER_KEY first, or give --other-key to restore it all the same: what it signed stays valid, its signing keys stay shut.',
  );
}

/** Such as `20260302T090000`, in the academy's time zone. */
export function stampOf(at: number): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ACADEMY_ZONE).toPlainDateTime();
  return time.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}
