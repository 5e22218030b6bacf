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
/**
 * Under a policy of row-level security a query fails then: what it leaves out would look as if it were not there.
 * The search path stays what the operator has chosen, by the address or for the role.
 */
const EVERY_SESSION = '-c row_security=off';
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
      url: withSessionOptions(config.databaseUrl, purpose),
      poolSize: 10,
      // The one that stays open, however quiet it is, tells a restore that the product runs.
      extra: purpose === 'read' ? {} : { min: 1 },
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

/** In the address, after those that stand there already: the driver takes the address's word before any other. */
function withSessionOptions(databaseUrl: string, purpose: 'write' | 'read'): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options');
  const own = purpose === 'read' ? `${EVERY_SESSION} -c default_transaction_read_only=on` : EVERY_SESSION;
  url.searchParams.set('options', given === null ? own : `${given} ${own}`);
  return url.href;
}
