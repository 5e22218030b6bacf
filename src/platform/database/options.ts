import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { DataSourceOptions, MixedList } from 'typeorm';
import type { Config } from '../config.js';
import { onDemand } from '../files/on-demand.js';
import { HouseNaming } from './naming.js';

/** What the modules bring to the database, joined in `db/data-source.ts`. */
export interface Schema {
  readonly entities: MixedList<Function>;
  readonly migrations: MixedList<Function>;
}

export const SCHEMA = Symbol('Schema');

const BIGINT = 20;
const postgres = onDemand<typeof pg>('pg');

/** Where the data live: the embedded SQLite file, or PostgreSQL when `DATABASE_URL` is set. */
export function connectionOptions(config: Config, schema: Schema, purpose: 'write' | 'read'): DataSourceOptions {
  const shared = {
    name: purpose,
    entities: schema.entities,
    migrations: schema.migrations,
    migrationsTableName: 'migration',
    namingStrategy: new HouseNaming(),
    synchronize: false,
  };
  if (config.databaseUrl) {
    postgres().types.setTypeParser(BIGINT, Number);
    return {
      ...shared,
      type: 'postgres',
      url: config.databaseUrl,
      poolSize: 10,
      // The one that stays open, however quiet it is, tells a restore that the product runs.
      extra: purpose === 'read' ? { options: '-c default_transaction_read_only=on' } : { min: 1 },
    };
  }
  mkdirSync(config.dataDir, { recursive: true });
  return {
    ...shared,
    type: 'better-sqlite3',
    database: join(config.dataDir, 'academy.sqlite'),
    enableWAL: true,
    statementCacheSize: 500,
    prepareDatabase: (database: { pragma(text: string): unknown }) => {
      database.pragma('foreign_keys = ON');
      database.pragma('busy_timeout = 5000');
      database.pragma(`synchronous = ${config.synchronous}`);
      if (purpose === 'read') database.pragma('query_only = ON');
    },
  };
}
