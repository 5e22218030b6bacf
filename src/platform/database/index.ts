export { Connections, DatabaseModule, makeDatabase, MigrationsRun } from './database.module.js';
export {
  countRows,
  type DatabaseToCheck,
  foreignKeyFaults,
  integrityFaults,
  migrationFaults,
  migrationNames,
} from './check-database.js';
export { isOfUnfitTables } from './unfit-tables.js';
export { countOf, everyRow, type Rows, RowsOutOfOrder, rowsInOrder } from './every-row.js';
export { indexFaults } from './index-faults.js';
export { literals } from './literals.js';
export { connectionOptions, SCHEMA, type Schema } from './options.js';
export { openReads } from './open-read-database.js';
export { type QueryFunction, type QueriedDatabase, ReadDatabase } from './read-database.js';
export { readUnindexed, scanTable } from './scan-table.js';
export { tableDefinitions } from './table-definitions.js';
export { type Subject, Transaction } from './transaction.js';
export { foreignTables, readSchemaAgain } from './foreign-tables.js';
export { type KnownIndexes, missingIndexes, tableIndexes } from './table-indexes.js';
export { foreignTriggers, missingTriggers, triggersOf } from './triggers.js';
export { UnitOfWork } from './unit-of-work.js';
