import 'reflect-metadata';
import { Column, DataSource, Entity, PrimaryColumn, type DataSourceOptions } from 'typeorm';
import { schema } from '../../../db/schema.js';
import { connectionOptions, readConfig } from '../../../src/platform/index.js';
import { DATABASE, freshDatabase, type FreshDatabase } from '../../support/database.js';

/** A table that no migration makes, as when somebody forgot it. */
@Entity('forgotten')
class Forgotten {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'varchar', length: 40 }) name!: string;
}

describe('entities and migrations', () => {
  let database: FreshDatabase;
  beforeEach(async () => { database = await freshDatabase(); });
  afterEach(() => database.drop());

  const options = (entities = schema.entities): DataSourceOptions =>
    connectionOptions(readConfig({ DATA_DIR: database.dataDir, ...(database.databaseUrl === null ? {} : { DATABASE_URL: database.databaseUrl }) }), { ...schema, entities }, 'write');

  it('agree exactly', async () => {
    await migrated(options());
    expect(await driftOf(options())).toEqual([]);
  });

  it('are seen to differ by a column that was changed behind their back', async () => {
    await migrated(options(), 'ALTER TABLE "account" ADD COLUMN "shoe_size" integer');
    expect((await driftOf(options())).join('\n')).toContain('account');
  });

  it('are seen to differ by an index that was dropped', async () => {
    await migrated(options(), 'DROP INDEX "ux_account_email"');
    expect((await driftOf(options())).join('\n')).toContain('ux_account_email');
  });

  it('are seen to differ by a table that no migration makes', async () => {
    await migrated(options());
    expect((await driftOf(options([...(schema.entities as Function[]), Forgotten]))).join('\n')).toContain('forgotten');
  });

  it('are undone by going down again, all the way', async () => {
    const source = await new DataSource(options()).initialize();
    try {
      await source.runMigrations({ transaction: 'each' });
      const steps = source.migrations.length;
      for (let step = 0; step < steps; step += 1) await source.undoLastMigration({ transaction: 'each' });
      const tables = await tablesOf(source);
      expect(tables).toEqual([]);
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
  });
});

async function tablesOf(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(DATABASE === 'SQLite'
    ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    : "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  return rows.map(({ name }) => name).filter((name) => name !== 'migration' && name !== 'typeorm_metadata');
}

async function migrated(options: DataSourceOptions, ...afterwards: string[]): Promise<void> {
  const source = await new DataSource(options).initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
    for (const statement of afterwards) await source.query(statement);
  } finally {
    await source.destroy();
  }
}

/** What would have to be run so that the database is what the entities say. */
async function driftOf(options: DataSourceOptions): Promise<string[]> {
  const source = await new DataSource(options).initialize();
  keepUuid(source);
  try {
    return (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}

/** The migrations write `uuid` on SQLite too, where it holds text; TypeORM would spell the entity's type `varchar` there. */
function keepUuid({ driver }: DataSource): void {
  if (DATABASE !== 'SQLite') return;
  const spell = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => (column.type === 'uuid' ? 'uuid' : spell(column));
}
