import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { DataSourceOptions, MixedList } from 'typeorm';
import type { Config } from '../config.js';
import { onDemand } from '../files/on-demand.js';
import { ReadableNaming } from './naming.js';

/** What the modules contribute to the database, collected in `db/data-source.ts`. */
export interface Schema {
  readonly entities: MixedList<Function>;
  readonly migrations: MixedList<Function>;
}

export const SCHEMA = Symbol('Schema');

const BIGINT = 20;
/**
 * Makes a query fail under row-level security: otherwise rows would be missing silently. The search path stays as the
 * operator set it, in the address or for the role.
 */
const EVERY_SESSION = '-c row_security=off';
/**
 * Milliseconds for which a transaction waits for a lock: each one that waits holds a connection that others need. An
 * operator's own value, in the address, wins.
 */
const LOCK_TIMEOUT = 5000;
/** Transactions that wait for the same row must not take all connections of those that do not. */
const POOL_SIZE = { write: 20, read: 10 } as const;
const postgres = onDemand<typeof pg>('pg');

/** Where the data are stored: the embedded SQLite file, or PostgreSQL if `DATABASE_URL` is set. */
export function connectionOptions(config: Config, schema: Schema, purpose: 'write' | 'read'): DataSourceOptions {
  const shared = {
    name: purpose,
    // Reads are plain SQL: what entities look like matters only to the connection that writes.
    entities: purpose === 'read' ? [] : schema.entities,
    migrations: purpose === 'read' ? [] : schema.migrations,
    migrationsTableName: 'migration',
    namingStrategy: new ReadableNaming(),
    synchronize: false,
  };
  if (config.databaseUrl) {
    postgres().types.setTypeParser(BIGINT, Number);
    return {
      ...shared,
      type: 'postgres',
      url: withSessionOptions(config.databaseUrl, purpose),
      poolSize: POOL_SIZE[purpose],
      // One connection always stays open, so that a restore can see that the product is running.
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

/**
 * In the address, around the options already there, of which the last counts: the driver prefers the address to any
 * other source.
 */
function withSessionOptions(databaseUrl: string, purpose: 'write' | 'read'): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options');
  const own = purpose === 'read' ? [EVERY_SESSION, '-c default_transaction_read_only=on'] : [EVERY_SESSION];
  const first = purpose === 'write' ? [`-c lock_timeout=${LOCK_TIMEOUT}`] : [];
  url.searchParams.set('options', [...first, ...(given === null ? [] : [given]), ...own].join(' '));
  return url.href;
}
