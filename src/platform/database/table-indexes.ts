import { createHash } from 'node:crypto';
import sql, { join, type Sql } from 'sql-template-tag';
import type { QueriedDatabase } from './read-database.js';

/** Hashes of indexes as `tableIndexes` returns them, by name. */
export interface KnownIndexes {
  readonly required: Readonly<Record<string, string>>;
  /** Indexes that some databases have instead of a required one, by the name of that one. */
  readonly instead: Readonly<Record<string, { readonly name: string; readonly hash: string }>>;
}

export interface TableIndex {
  /** On SQLite, an index that a key brings with it is named after its columns: SQLite numbers them. */
  readonly name: string;
  /** 64 bits in hex of its definition: table, columns in order, uniqueness, collations, directions, predicate. */
  readonly hash: string;
  /** Whether it is kept up to date and read. */
  readonly works: boolean;
}

/** The indexes of these tables. On SQLite it asks functions, as `tableDefinitions` does. */
export async function tableIndexes(database: QueriedDatabase, tables: readonly string[]): Promise<TableIndex[]> {
  const found = await (database.isPostgres ? onPostgres(database, join([...tables])) : onSqlite(database, tables));
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Names of indexes of these tables that no migration created, or that differ from the migration's. */
export async function foreignIndexes(
  database: QueriedDatabase,
  tables: readonly string[],
  { required, instead }: KnownIndexes,
): Promise<string[]> {
  const known = new Map([
    ...Object.entries(required),
    ...Object.values(instead).map(({ name, hash }) => [name, hash] as const),
  ]);
  const found = await tableIndexes(database, tables);
  return found.filter(({ name, hash }) => known.get(name) !== hash).map(({ name }) => name);
}

/** Names of indexes from the migrations that are missing, changed or not in use. */
export async function missingIndexes(
  database: QueriedDatabase,
  tables: readonly string[],
  { required, instead }: KnownIndexes,
): Promise<string[]> {
  const working = new Map(
    (await tableIndexes(database, tables)).filter(({ works }) => works).map(({ name, hash }) => [name, hash]),
  );
  const hasInstead = (name: string): boolean => {
    const other = instead[name];
    return other !== undefined && working.get(other.name) === other.hash;
  };
  return Object.entries(required)
    .filter(([name, hash]) => working.get(name) !== hash && !hasInstead(name))
    .map(([name]) => name);
}

interface SqliteIndex {
  readonly table: string;
  readonly name: string;
  readonly partial: number;
  /** JSON. */
  readonly facts: string;
  /** JSON, of `Column`. */
  readonly columns: string;
}

/** Name (`null` of an expression), `1` if descending, collation, `1` if it is of the index's key. */
type Column = readonly [string | null, number, string, number];

/** As SQLite uses them. What it does not tell, predicates and expressions, is compared by their texts. */
async function onSqlite({ query }: QueriedDatabase, tables: readonly string[]): Promise<TableIndex[]> {
  const indexes = await query<SqliteIndex>(sql`
    SELECT LOWER(m.name) AS "table", l.name AS "name", l.partial AS "partial",
      json_array(l."unique", l.origin, l.partial) AS "facts",
      (SELECT json_group_array(json_array(x.name, x."desc", x.coll, x.key)) FROM pragma_index_xinfo(l.name) x) AS "columns"
    FROM main.sqlite_master m NOT INDEXED JOIN pragma_index_list(m.name) l
    WHERE LOWER(m.type) = 'table' AND LOWER(m.name) IN (${join([...tables])})`);
  const rows = await query<{ name: string; text: string | null }>(
    sql`SELECT name AS "name", sql AS "text" FROM main.sqlite_master NOT INDEXED WHERE LOWER(type) = 'index'`,
  );
  const texts = new Map(rows.map(({ name, text }) => [name, text]));
  return indexes.map(({ table, name, partial, facts, columns }) => {
    // `null`: of a key; `undefined`: somebody has taken it away.
    const text = texts.get(name);
    const names = (JSON.parse(columns) as Column[]).flatMap(([column, , , key]) => (key === 1 ? [column] : []));
    const isWhole = text !== undefined && partial === 0 && !names.includes(null);
    return {
      name: text === null ? `${table}(${names.join(',')})` : name,
      hash: hashOf([table, facts, columns, isWhole ? '' : (text ?? 'no text')]),
      works: true,
    };
  });
}

interface PostgresIndex {
  readonly name: string;
  readonly line: string;
  readonly works: boolean;
}

/** While PostgreSQL rebuilds an index, there are two of it: the one not in use has a name of its own. */
const REBUILT = /_cc(?:new|old)\d*$/;

async function onPostgres({ query }: QueriedDatabase, names: Sql): Promise<TableIndex[]> {
  const rows = await query<PostgresIndex>(sql`
    SELECT CAST(x.relname AS TEXT) AS "name", i.indisvalid AND i.indisready AND i.indislive AS "works",
      CAST(pg_catalog.jsonb_build_array(v.relname, m.amname, m.oid < 16384, i.indisunique, i.indisprimary,
        i.indisexclusion, i.indimmediate, pg_catalog.to_jsonb(i) -> 'indnullsnotdistinct', i.indnkeyatts,
        pg_catalog.pg_get_expr(i.indpred, i.indrelid),
        (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(pg_catalog.pg_get_indexdef(i.indexrelid, k.n, false),
            o.opcname, o.oid < 16384, i.indcollation[k.n - 1] IN (0, 100), i.indoption[k.n - 1]) ORDER BY k.n)
          FROM pg_catalog.generate_series(1, CAST(i.indnatts AS int)) AS k(n)
            LEFT JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[k.n - 1])) AS TEXT) AS "line"
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class v ON v.oid = i.indrelid
      JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = x.relam
    WHERE v.relname IN (${names}) AND pg_catalog.pg_table_is_visible(v.oid)`);
  return rows.map(({ name, line, works }) => ({
    name: works ? name : name.replace(REBUILT, ''),
    hash: hashOf([line]),
    works,
  }));
}

function hashOf(lines: readonly string[]): string {
  const text = lines
    .join('\n')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
