import sql, { join, type Sql } from 'sql-template-tag';
import { foreignToSessions } from './foreign-to-sessions.js';
import type { QueriedDatabase } from './read-database.js';
import { tableDefinitions } from './table-definitions.js';
import { foreignIndexes, type KnownIndexes } from './table-indexes.js';

export interface KnownSchema {
  /** Hashes as `tableDefinitions` returns them, by name. */
  readonly tables: Readonly<Record<string, string>>;
  readonly indexes: KnownIndexes;
}

/**
 * Finds tables whose definition differs from the migrations', that are not plain tables, use another collation, or show
 * different rows to different readers; indexes that no migration created; functions called by constraints, defaults or
 * indexes; and anything that changes the meaning of the product's own queries. With any of these, what is read cannot
 * be trusted.
 */
export async function foreignTables(database: QueriedDatabase, known: KnownSchema): Promise<string[]> {
  const tables = Object.keys(known.tables);
  const names = join(tables);
  const answering = await answerForFunctions(database);
  // What is asked below would be answered by them.
  if (answering.length > 0) return answering;
  const definitions = await tableDefinitions(database, tables);
  const changed = [
    ...tables.filter((name) => definitions[name] !== known.tables[name]),
    ...(await foreignIndexes(database, tables, known.indexes)),
  ];
  if (!database.isPostgres) return once([...changed, ...(await namesOf(database, notPlainOnSqlite(names)))]);
  return once([
    ...changed,
    ...(await namesOf(database, notPlainOnPostgres(names))),
    ...(await namesOf(database, otherRowsOnPostgres(names))),
    ...(await foreignToSessions(database)),
  ]);
}

const once = (names: readonly string[]): string[] => [...new Set(names)];

const namesOf = async ({ query }: QueriedDatabase, text: Sql): Promise<string[]> =>
  (await query<{ name: string }>(text)).map(({ name }) => name);

/**
 * Has SQLite read the schema of the database again. A connection keeps the one that it has loaded until a counter in
 * the file moves; somebody who writes to the file can change the schema without that, and the connection goes on
 * reading tables and indexes that the file no longer has. Costs a millisecond.
 */
export async function readSchemaAgain({ query, isPostgres }: QueriedDatabase): Promise<void> {
  if (!isPostgres) await query(sql`PRAGMA writable_schema = RESET`);
}

/** Table-valued functions that the program asks or could ask. */
const FUNCTIONS = /^(?:pragma_|jsonb?_(?:each|tree)$)/i;

interface ListedTable {
  readonly schema: string;
  readonly name: string;
  readonly type: string;
}

/**
 * On SQLite, tables and views that have the name of a table-valued function that the program asks: SQLite reads them
 * instead of its own. Virtual tables too, whose rows somebody else's code may make up, and indexes of the schema table,
 * which SQLite never makes. From statements, which no table can answer.
 */
async function answerForFunctions({ query, isPostgres }: QueriedDatabase): Promise<string[]> {
  if (isPostgres) return [];
  const indexes = await query<{ name: string }>(sql`PRAGMA main.index_list(sqlite_master)`);
  const all = await query<ListedTable>(sql`PRAGMA main.table_list`);
  const isForeign = ({ name, type }: ListedTable): boolean => type === 'virtual' || FUNCTIONS.test(name);
  return [...indexes, ...all.filter((one) => one.schema === 'main' && isForeign(one))].map(({ name }) => name);
}

const notPlainOnSqlite = (names: Sql): Sql => sql`
  SELECT name AS "name" FROM main.sqlite_master NOT INDEXED
  WHERE LOWER(name) IN (${names})
    AND (type <> 'table' OR LOWER(sql) LIKE '%collate%')`;

/**
 * By numbers, because names can be taken twice: 0 is no collation, 100 always PostgreSQL's own "default"; what is not
 * PostgreSQL's own has numbers from 16384.
 */
const notPlainOnPostgres = (names: Sql): Sql => sql`
  SELECT CAST(v.relname AS TEXT) AS "name"
  FROM pg_catalog.pg_class v JOIN pg_catalog.pg_namespace n ON n.oid = v.relnamespace
  WHERE v.relname IN (${names}) AND v.relkind <> 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  UNION ALL
  SELECT CAST(v.relname AS TEXT)
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class v ON v.oid = a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = v.relnamespace
  WHERE v.relname IN (${names}) AND (a.attcollation NOT IN (0, 100) OR a.atttypid >= 16384) AND NOT a.attisdropped
    AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  UNION ALL
  SELECT CAST(p.proname AS TEXT)
  FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_proc p ON p.oid = d.refobjid
    JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  WHERE d.refclassid = CAST('pg_catalog.pg_proc' AS regclass)
    AND d.classid IN (CAST('pg_catalog.pg_constraint' AS regclass), CAST('pg_catalog.pg_attrdef' AS regclass),
      CAST('pg_catalog.pg_class' AS regclass))
    AND n.nspname NOT IN ('pg_catalog', 'information_schema')`;

/**
 * Policies hide rows from some readers; child tables add rows that are not in the table's own file, indexes or
 * triggers; another table of the same name may come first in the search path of some sessions.
 */
const otherRowsOnPostgres = (names: Sql): Sql => sql`
  SELECT CAST(v.relname AS TEXT) AS "name" FROM pg_catalog.pg_class v
  WHERE v.relname IN (${names}) AND v.relkind = 'r' AND (v.relrowsecurity OR v.relforcerowsecurity OR v.relispartition
    OR EXISTS (SELECT 1 FROM pg_catalog.pg_policy p WHERE p.polrelid = v.oid)
    OR EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhparent = v.oid OR i.inhrelid = v.oid))
  UNION ALL
  SELECT CAST(v.relname AS TEXT)
  FROM pg_catalog.pg_class v JOIN pg_catalog.pg_namespace n ON n.oid = v.relnamespace
  WHERE v.relname IN (${names}) AND n.nspname = ANY (pg_catalog.current_schemas(true))
  GROUP BY v.relname HAVING COUNT(*) > 1`;
