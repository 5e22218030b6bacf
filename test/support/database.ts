import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PACKAGE_ROOT } from '../../src/platform/files/package-root.js';

/** The database of a test run: PostgreSQL if `TEST_DATABASE_URL` names a server. */
export const DATABASE: 'SQLite' | 'PostgreSQL' = process.env['TEST_DATABASE_URL'] ? 'PostgreSQL' : 'SQLite';

const SERVER = process.env['TEST_DATABASE_URL'];
const SQLITE_FILE = 'academy.sqlite';
const TEMPLATE_LOCK = 20_101_105;
const MIGRATIONS_STAND_ON = ['db/migrations', 'src/platform/database', 'src/scheduling/data'];

export interface FreshDatabase {
  /** The folder of the SQLite file, keys and files. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  drop(): Promise<void>;
}

/** Migrates the empty database of these settings, and closes it. */
export type Migrate = (place: Pick<FreshDatabase, 'dataDir' | 'databaseUrl'>) => Promise<void>;

/** An empty database for one test file, on the server of this run. Drop it after its connections are closed. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'academy-data-'));
  return SERVER ? onPostgres(SERVER, dataDir, null) : { dataDir, databaseUrl: null, drop: () => remove(dataDir) };
}

/**
 * As `freshDatabase`, with all migrations run: a copy of a template that is migrated once, until a migration changes.
 */
export async function migratedDatabase(migrate: Migrate): Promise<FreshDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'academy-data-'));
  if (SERVER) return onPostgres(SERVER, dataDir, await templateOnPostgres(SERVER, migrate));
  await copyFile(await templateFile(migrate), join(dataDir, SQLITE_FILE), constants.COPYFILE_FICLONE);
  return { dataDir, databaseUrl: null, drop: () => remove(dataDir) };
}

async function onPostgres(server: string, dataDir: string, template: string | null): Promise<FreshDatabase> {
  const name = `academy_${randomBytes(6).toString('hex')}`;
  await onServer(server, (client) =>
    client.query(template === null ? `CREATE DATABASE ${name}` : `CREATE DATABASE ${name} TEMPLATE ${template}`),
  );
  return {
    dataDir,
    databaseUrl: databaseOf(server, name),
    drop: async () => {
      await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await remove(dataDir);
    },
  };
}

/** Renamed when complete: two workers that create it at once have created the same. */
async function templateFile(migrate: Migrate): Promise<string> {
  const folder = join(tmpdir(), 'academy-templates');
  const file = join(folder, `${schemaKey()}.sqlite`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const dataDir = await mkdtemp(join(folder, 'making-'));
  await migrate({ dataDir, databaseUrl: null });
  await rename(join(dataDir, SQLITE_FILE), file);
  await remove(dataDir);
  return file;
}

/** Renamed when complete, like the file. Workers take turns, because only one can use the name. */
async function templateOnPostgres(server: string, migrate: Migrate): Promise<string> {
  const name = `academy_template_${schemaKey()}`;
  await onServer(server, async (client) => {
    const stands = async (): Promise<boolean> =>
      (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 1;
    if (await stands()) return;
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    if (await stands()) return;
    const making = `academy_${randomBytes(6).toString('hex')}`;
    const dataDir = await mkdtemp(join(tmpdir(), 'academy-data-'));
    await client.query(`CREATE DATABASE ${making}`);
    await migrate({ dataDir, databaseUrl: databaseOf(server, making) });
    await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
    await remove(dataDir);
  });
  return name;
}

/** Changes with any source file that migrations depend on. */
function schemaKey(): string {
  const hash = createHash('sha256');
  for (const folder of MIGRATIONS_STAND_ON) {
    for (const path of readdirSync(join(PACKAGE_ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()) {
      hash.update(`${path}\n`).update(readFileSync(join(PACKAGE_ROOT, folder, path)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function databaseOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
