import 'reflect-metadata';
import { Column, DataSource, Entity, PrimaryColumn, type DataSourceOptions } from 'typeorm';
import { schema } from '../../../db/schema.js';
import { connectionOptions, readConfig } from '../../../src/platform/index.js';
import { DATABASE, type FreshDatabase, migratedDatabase } from '../../support/database.js';

/** A table without a migration, as if somebody had forgotten it. */
@Entity('forgotten')
class Forgotten {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'varchar', length: 40 }) name!: string;
}

describe('entities and migrations', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await migratedDatabase((place) =>
      on(optionsAt(place), async (source) => {
        await source.runMigrations({ transaction: 'each' });
      }),
    );
  });
  afterEach(() => database.drop());

  const options = (entities = schema.entities): DataSourceOptions => optionsAt(database, entities);
  const behindTheirBack = (statement: string): Promise<void> =>
    on(options(), async (source) => {
      await source.query(statement);
    });

  it('agree exactly', async () => {
    expect(await driftOf(options())).toEqual([]);
  });

  it('are reported as different if a column was changed', async () => {
    await behindTheirBack('ALTER TABLE "account" ADD COLUMN "shoe_size" integer');
    expect((await driftOf(options())).join('\n')).toContain('account');
  });

  it('are reported as different if an index was dropped', async () => {
    await behindTheirBack('DROP INDEX "ux_account_email"');
    expect((await driftOf(options())).join('\n')).toContain('ux_account_email');
  });

  it('are reported as different if no migration creates a table', async () => {
    expect((await driftOf(options([...(schema.entities as Function[]), Forgotten]))).join('\n')).toContain('forgotten');
  });

  it('can be reverted completely', async () => {
    await on(options(), async (source) => {
      const steps = source.migrations.length;
      for (let step = 0; step < steps; step += 1) await source.undoLastMigration({ transaction: 'each' });
      const tables = await tablesOf(source);
      expect(tables).toEqual([]);
      expect(await source.runMigrations({ transaction: 'each' })).toHaveLength(steps);
    });
  });
});

async function tablesOf(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(
    DATABASE === 'SQLite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  return rows.map(({ name }) => name).filter((name) => name !== 'migration' && name !== 'typeorm_metadata');
}

function optionsAt(
  { dataDir, databaseUrl }: Pick<FreshDatabase, 'dataDir' | 'databaseUrl'>,
  entities = schema.entities,
): DataSourceOptions {
  return connectionOptions(
    readConfig({ DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) }),
    { ...schema, entities },
    'write',
  );
}

async function on(options: DataSourceOptions, work: (source: DataSource) => Promise<void>): Promise<void> {
  const source = await new DataSource(options).initialize();
  try {
    await work(source);
  } finally {
    await source.destroy();
  }
}

/** The statements that would make the database match the entities. */
async function driftOf(options: DataSourceOptions): Promise<string[]> {
  const source = await new DataSource(options).initialize();
  keepUuid(source);
  try {
    return (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}

/**
 * The migrations write `uuid` on SQLite too, where it holds text;
 * TypeORM would spell the entity's type `varchar` there.
 */
function keepUuid({ driver }: DataSource): void {
  if (DATABASE !== 'SQLite') return;
  const spell = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => (column.type === 'uuid' ? 'uuid' : spell(column));
}
