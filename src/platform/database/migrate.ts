import { type DataSource, MigrationExecutor } from 'typeorm';

export const MIGRATION_LOCK = 20_101_104;

/**
 * Migrates the database. On PostgreSQL, processes that start at the same time take turns, and wait as long as it takes.
 * @returns the names of the migrations that this process ran
 */
export async function migrate(source: DataSource): Promise<string[]> {
  if (source.options.type !== 'postgres') return namesOf(await source.runMigrations({ transaction: 'each' }));
  const holder = source.createQueryRunner();
  await holder.connect();
  try {
    await holder.query('SET lock_timeout = 0');
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const executor = new MigrationExecutor(source, holder);
    executor.transaction = 'each';
    return namesOf(await executor.executePendingMigrations());
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await holder.query('RESET lock_timeout');
    await holder.release();
  }
}

function namesOf(migrations: readonly { readonly name: string }[]): string[] {
  return migrations.map(({ name }) => name);
}
