import { createHash } from 'node:crypto';
import sql, { join, type Sql } from 'sql-template-tag';
import type { QueriedDatabase } from './read-database.js';

interface Line {
  readonly table: string;
  readonly line: string;
}

/**
 * A hash of each table's definition: its kind, columns, primary and foreign keys. Order does not matter, because an
 * altered table has its columns in another order than a new one. Without checks, which do not change what is read, and
 * indexes (`tableIndexes`). On SQLite it asks functions that a table could answer for: `foreignTables` looks for those.
 */
export async function tableDefinitions(
  { query, isPostgres }: QueriedDatabase,
  tables: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const names = join([...tables]);
  const lines = await query<Line>(isPostgres ? onPostgres(names) : onSqlite(names));
  const byTable = new Map(tables.map((name): [string, string[]] => [name, []]));
  for (const { table, line } of lines) byTable.get(table)?.push(line);
  return Object.fromEntries([...byTable].map(([name, own]) => [name, hashOf(own)]));
}

const onSqlite = (names: Sql): Sql => sql`
  SELECT LOWER(m.name) AS "table", l.type || ' ' || l.wr || ' ' || l.strict AS "line"
  FROM main.sqlite_master m NOT INDEXED JOIN pragma_table_list(m.name) l ON l.schema = 'main' WHERE LOWER(m.name) IN (${names})
  UNION ALL
  SELECT LOWER(m.name), 'column ' || json_array(c.name, LOWER(c.type), c."notnull", c.dflt_value, c.pk, c.hidden)
  FROM main.sqlite_master m NOT INDEXED JOIN pragma_table_xinfo(m.name) c WHERE LOWER(m.name) IN (${names})
  UNION ALL
  SELECT LOWER(m.name), 'foreign ' || json_array(f."from", f."table", f."to", f.on_update, f.on_delete)
  FROM main.sqlite_master m NOT INDEXED JOIN pragma_foreign_key_list(m.name) f WHERE LOWER(m.name) IN (${names})`;

/** The tables that an unqualified name resolves to. */
const onPostgres = (names: Sql): Sql => {
  const found = sql`v.relname IN (${names}) AND pg_catalog.pg_table_is_visible(v.oid)`;
  return sql`
  SELECT CAST(v.relname AS TEXT) AS "table", CAST(pg_catalog.jsonb_build_array(v.relkind, v.relpersistence) AS TEXT) AS "line"
  FROM pg_catalog.pg_class v WHERE ${found}
  UNION ALL
  SELECT CAST(v.relname AS TEXT), CAST(pg_catalog.jsonb_build_array(a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
    a.attnotnull, a.attgenerated, a.attidentity, pg_catalog.pg_get_expr(d.adbin, d.adrelid)) AS TEXT)
  FROM pg_catalog.pg_class v JOIN pg_catalog.pg_attribute a ON a.attrelid = v.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE ${found}
  UNION ALL
  SELECT CAST(v.relname AS TEXT), pg_catalog.pg_get_constraintdef(c.oid)
  FROM pg_catalog.pg_class v JOIN pg_catalog.pg_constraint c ON c.conrelid = v.oid AND c.contype IN ('p', 'f')
  WHERE ${found}`;
};

/** 64 bits in hex. */
function hashOf(lines: readonly string[]): string {
  return createHash('sha256')
    .update([...lines].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}
