import { QueryFailedError } from 'typeorm';

/** SQLite's code of a statement that it cannot prepare. */
const SQLITE_ERROR = 'SQLITE_ERROR';
/** PostgreSQL's class of unknown columns, tables and types. */
const UNKNOWN = /^42/;

/**
 * Whether the database refused a statement because its tables are not those that the migrations made: a column is
 * missing, a table is a view, or has no row numbers.
 */
export function isOfUnfitTables(fault: unknown): boolean {
  const { code } = (fault instanceof QueryFailedError ? fault.driverError : fault) as { readonly code?: unknown };
  return code === SQLITE_ERROR || (typeof code === 'string' && UNKNOWN.test(code));
}
