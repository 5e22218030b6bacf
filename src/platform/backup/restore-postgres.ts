import type { Writable } from 'node:stream';
import { MIGRATION_LOCK } from '../database/migrate.js';
import { BackupFault } from './backup-fault.js';
import { ended, PostgresPrograms } from './postgres-programs.js';
import { othersConnected, serverVersion, tablesOf, withPostgres } from './postgres-session.js';
import { type Backup, databaseOf, demandUnchanged } from './read-backup.js';

export interface RestorePostgres {
  readonly databaseUrl: string;
  readonly force: boolean;
  readonly path: string;
}

/**
 * Drops everything that the product stores, but nothing of an extension: the owner of the tables may do this without
 * owning the schema.
 */
const EMPTY_SCHEMA = `
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE 'DROP TABLE IF EXISTS ' || one.name || ' CASCADE';
  END LOOP;
  FOR one IN
    SELECT p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE 'DROP FUNCTION IF EXISTS ' || one.name || ' CASCADE';
  END LOOP;
END $$;
`;

/**
 * Restores in one `psql` transaction, which is committed only once `pg_restore` has succeeded: an interruption before
 * that leaves the database as it was.
 */
export async function restorePostgres(backup: Backup, { databaseUrl, force, path }: RestorePostgres): Promise<void> {
  const major = await withPostgres(databaseUrl, async (client) => {
    const tables = await tablesOf(client);
    if (tables.length > 0 && !force) {
      throw new BackupFault(
        `The database of DATABASE_URL is not empty: it has ${tables.length} tables. Give --force to put the backup in their place.`,
      );
    }
    const others = await othersConnected(client);
    if (others.length > 0)
      throw new BackupFault(`The database of DATABASE_URL is in use: stop the product first (${others.join(', ')}).`);
    return (await serverVersion(client)).major;
  });
  await demandUnchanged(backup);
  await replace(backup, new PostgresPrograms(databaseUrl, major, path));
}

async function replace(backup: Backup, programs: PostgresPrograms): Promise<void> {
  const reading = await programs.start(
    'pg_restore',
    ['--schema=public', '--no-owner', '--no-privileges', '--file=-'],
    ['pipe', 'pipe', 'pipe'],
  );
  const writing = await programs.start(
    'psql',
    ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--output=/dev/null'],
    ['pipe', 'ignore', 'pipe'],
  );
  const [read, written] = [ended(reading, 'pg_restore'), ended(writing, 'psql')];
  for (const end of [read, written]) end.catch(() => undefined);
  try {
    const { stdin: statements } = writing;
    if (!reading.stdout || !reading.stdin || !statements)
      throw new BackupFault("PostgreSQL's programs cannot be spoken to.");
    // If psql ends early, its exit says why.
    statements.on('error', () => undefined);
    statements.write(
      `BEGIN;\nSELECT pg_advisory_xact_lock(${MIGRATION_LOCK});\nSET client_min_messages = warning;\n${EMPTY_SCHEMA}`,
    );
    statements.write('CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;\n');
    const fed = feed(databaseOf(backup), reading.stdin);
    for await (const chunk of reading.stdout) await send(statements, chunk as Buffer);
    await Promise.all([fed, read]);
    statements.end('COMMIT;\n');
    await written;
  } catch (fault) {
    writing.kill();
    reading.kill();
    await Promise.allSettled([read, written]);
    throw await written.then(
      () => fault,
      (why: unknown) => (why instanceof BackupFault && !why.message.includes('SIGTERM') ? why : fault),
    );
  }
}

async function feed(content: AsyncIterable<Buffer>, to: Writable): Promise<void> {
  // If pg_restore ends early, its exit says why.
  to.on('error', () => undefined);
  for await (const chunk of content) await send(to, chunk);
  to.end();
}

function send(to: Writable, chunk: Buffer): Promise<void> {
  if (to.destroyed || to.write(chunk)) return Promise.resolve();
  return new Promise((resolve) => {
    const go = (): void => {
      for (const name of ['drain', 'close', 'error']) to.off(name, go);
      resolve();
    };
    for (const name of ['drain', 'close', 'error']) to.on(name, go);
  });
}
