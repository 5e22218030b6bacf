import type { DataSource } from 'typeorm';

export const MIGRATION_LOCK = 20_101_104;

/**
 * Migrates the database. On PostgreSQL, processes that start at the same time take turns.
 * @returns the names of the migrations that this process ran
 */
export async function migrate(source: DataSource): Promise<string[]> {
  if (source.options.type !== 'postgres') return runMigrations(source);
  const holder = source.createQueryRunner();
  await holder.connect();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await runMigrations(source);
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await holder.release();
  }
}

async function runMigrations(source: DataSource): Promise<string[]> {
  return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
}
