import { foreignTables, foreignTriggers, indexFaults, type QueriedDatabase } from '../../../platform/index.js';
import { KNOWN_TABLES } from './known-tables.js';

/** Names of triggers, rules and tables that could change what is written to the register, or what is read from it. */
export async function foreignObjects(database: QueriedDatabase): Promise<string[]> {
  return [
    ...(await foreignTriggers(database)),
    ...(await foreignTables(database, KNOWN_TABLES[database.isPostgres ? 'postgres' : 'sqlite'])),
  ];
}

/**
 * Differences between the register's indexes and tables: compares reading through an index with counting without it.
 */
export function registerIndexFaults(database: QueriedDatabase): Promise<string[]> {
  return indexFaults(database, Object.keys(KNOWN_TABLES.sqlite));
}
