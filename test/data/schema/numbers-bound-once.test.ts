import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { schema } from '../../../db/schema.js';
import { connectionOptions, newId, readConfig } from '../../../src/platform/index.js';
import { DATABASE, freshDatabase, type FreshDatabase } from '../../support/database.js';

describe('the migration after which a number is bound once', () => {
  let database: FreshDatabase;
  let source: DataSource;
  beforeEach(async () => {
    database = await freshDatabase();
    const config = readConfig({
      DATA_DIR: database.dataDir,
      ...(database.databaseUrl === null ? {} : { DATABASE_URL: database.databaseUrl }),
    });
    source = await new DataSource(connectionOptions(config, schema, 'write')).initialize();
    await source.runMigrations({ transaction: 'each' });
    const first = source.migrations.findIndex((one) => one.constructor.name.startsWith('ANumberIsBoundOnce'));
    for (let at = source.migrations.length; at > first; at -= 1)
      await source.undoLastMigration({ transaction: 'each' });
  }, 60_000);
  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  const bind = async (tag: string): Promise<void> => {
    const row = `INSERT INTO certificate_binding (certificate_id, act, acted_at, record, parts, mac, number_tag)
      VALUES ('${newId()}', 'issuance', 1, 'r', '{}', 'm', '${tag}')`;
    if (DATABASE === 'PostgreSQL')
      return source.transaction(async (manager) => {
        await manager.query('SET LOCAL session_replication_role = replica');
        await manager.query(row);
      });
    await source.query('PRAGMA foreign_keys = OFF');
    await source.query(row);
  };

  it('lets the database refuse a second one', async () => {
    await bind('a');
    await source.runMigrations({ transaction: 'each' });
    await bind('b');
    await expect(bind('a')).rejects.toThrow(/unique/i);
  });

  it('succeeds in a database in which two certificates have one, and can be reverted', async () => {
    await bind('a');
    await bind('a');
    await source.runMigrations({ transaction: 'each' });
    await bind('a');
    await source.undoLastMigration({ transaction: 'each' });
    await source.runMigrations({ transaction: 'each' });
  });
});
