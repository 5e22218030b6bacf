import type pg from 'pg';
import { onDemand } from '../files/on-demand.js';

const postgres = onDemand<typeof pg>('pg');

/** Runs the work on a dedicated connection to the database. */
export async function withPostgres<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new (postgres().Client)({ connectionString: databaseUrl, application_name: 'academy-backup' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function serverVersion(client: pg.Client): Promise<{ readonly major: number; readonly text: string }> {
  const { rows } = await client.query<{ server_version: string; number: string }>(
    `SELECT current_setting('server_version') AS server_version, current_setting('server_version_num') AS number`,
  );
  const [row] = rows;
  return { major: Math.floor(Number(row?.number ?? 0) / 10_000), text: row?.server_version ?? '' };
}

/** Descriptions of the other clients connected to this database. */
export async function othersConnected(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ pid: number; who: string | null; place: string | null }>(`
    SELECT pid, usename::text AS who, COALESCE(host(client_addr), 'this machine') AS place FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' ORDER BY pid`);
  return rows.map(({ pid, who, place }) => `process ${pid} of ${who ?? 'somebody'} from ${place ?? 'this machine'}`);
}

export async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  return rows.map(({ name }) => name);
}
