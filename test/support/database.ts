import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Which database a run of the tests stands on: PostgreSQL where `TEST_DATABASE_URL` names a server. */
export const DATABASE: 'SQLite' | 'PostgreSQL' = process.env['TEST_DATABASE_URL'] ? 'PostgreSQL' : 'SQLite';

export interface FreshDatabase {
  /** Holds the SQLite file, keys and files. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  drop(): Promise<void>;
}

/** An empty database that nobody else uses, on whichever server this run is for. Drop it after its connections are closed. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'academy-data-'));
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) return { dataDir, databaseUrl: null, drop: () => rm(dataDir, { recursive: true, force: true }) };
  const name = `academy_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    dataDir,
    databaseUrl: url.href,
    drop: async () => {
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
