import {
  foreignTables,
  foreignTriggers,
  indexFaults,
  missingIndexes,
  type QueriedDatabase,
  readSchemaAgain,
} from '../../../platform/index.js';
import { KNOWN_INDEXES } from './known-indexes.js';
import { KNOWN_TABLES } from './known-tables.js';

/**
 * Names of triggers, rules, tables and indexes that could change what is written to the register, or what is read from
 * it.
 */
export async function foreignObjects(database: QueriedDatabase): Promise<string[]> {
  await readSchemaAgain(database);
  return [
    ...(await foreignTriggers(database)),
    ...(await foreignTables(database, {
      tables: KNOWN_TABLES[database.isPostgres ? 'postgres' : 'sqlite'],
      indexes: KNOWN_INDEXES[database.isPostgres ? 'postgres' : 'sqlite'],
    })),
  ];
}

/**
 * Names of the register's indexes that are missing, changed or not in use. Without one, reads are slower, and a unique
 * one refuses nothing any more.
 */
export function missingRegisterIndexes(database: QueriedDatabase): Promise<string[]> {
  const which = database.isPostgres ? 'postgres' : 'sqlite';
  return missingIndexes(database, Object.keys(KNOWN_TABLES[which]), KNOWN_INDEXES[which]);
}

/**
 * Differences between the register's indexes and tables: compares reading through an index with counting without it.
 */
export function registerIndexFaults(database: QueriedDatabase): Promise<string[]> {
  return indexFaults(database, Object.keys(KNOWN_TABLES.sqlite));
}
