import type pg from 'pg';
import type { ArchiveRequest } from './archive.js';
import { BackupFault } from './backup-fault.js';
import type { CopyFacts, CopyQueries } from './copy-facts.js';
import { ended, PostgresPrograms } from './postgres-programs.js';
import { serverVersion, tablesOf, withPostgres } from './postgres-session.js';

export interface PostgresCopyOptions {
  readonly databaseUrl: string;
  readonly queries: CopyQueries;
  /** The folders in which programs are searched: `PATH`. */
  readonly path: string;
}

/**
 * Dumps the database in its current state and reports what the dump contains: the facts are read in the same snapshot
 * that `pg_dump` uses. `write` receives the bytes of the dump as they arrive.
 */
export async function copyPostgres<T>(
  { databaseUrl, queries, path }: PostgresCopyOptions,
  write: (content: ArchiveRequest['content'], facts: CopyFacts) => Promise<T>,
): Promise<T> {
  return withPostgres(databaseUrl, async (client) => {
    const version = await serverVersion(client);
    const programs = new PostgresPrograms(databaseUrl, version.major, path);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const { rows } = await client.query<{ snapshot: string }>('SELECT pg_export_snapshot() AS snapshot');
    const facts = await factsOf(client, version.text, queries);
    const child = await programs.start(
      'pg_dump',
      [
        '--format=custom',
        '--compress=1',
        '--no-owner',
        '--no-privileges',
        '--schema=public',
        `--snapshot=${rows[0]?.snapshot ?? ''}`,
        '--lock-wait-timeout=60s',
      ],
      ['ignore', 'pipe', 'pipe'],
    );
    const end = ended(child, 'pg_dump');
    // It may fail before anything awaits it.
    end.catch(() => undefined);
    const { stdout } = child;
    if (!stdout) throw new BackupFault('pg_dump gives nothing to read.');
    try {
      return await write(dumped(stdout, end), facts);
    } finally {
      child.kill();
      await end.catch(() => undefined);
    }
  });
}

/**
 * An incomplete dump looks like a complete one at its end, so the last byte is passed on only once the program has
 * succeeded.
 */
async function* dumped(stdout: AsyncIterable<unknown>, end: Promise<void>): AsyncGenerator<Buffer> {
  for await (const chunk of stdout) yield chunk as Buffer;
  await end;
}

export async function factsOf(
  client: pg.Client,
  version: string,
  { checkpoint, register, unfit }: CopyQueries,
): Promise<CopyFacts> {
  const tables = await tablesOf(client);
  const one = async (query: string): Promise<unknown> =>
    Object.values((await client.query<Record<string, unknown>>(query)).rows[0] ?? {})[0] ?? null;
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = Number(await one(`SELECT COUNT(*) FROM public."${table}"`));
  const hasMigrations = tables.includes('migration');
  return {
    version,
    counts,
    migration: hasMigrations
      ? ((await one('SELECT name FROM migration ORDER BY id DESC LIMIT 1')) as string | null)
      : null,
    migrations: counts['migration'] ?? 0,
    checkpoint: tables.includes('log_head') ? ((await one(checkpoint)) as string | null) : null,
    registerMac: tables.includes(register.table) ? ((await one(register.query)) as string | null) : null,
    isUnfit: unfit !== null && tables.includes(unfit.table) && (await one(unfit.query)) !== null,
  };
}
