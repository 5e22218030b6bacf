import sql, { raw, type Sql } from 'sql-template-tag';
import type { QueryFunction } from './read-database.js';
import type { Schema } from './options.js';

/** What to check, and on which database. */
export interface DatabaseToCheck {
  readonly query: QueryFunction;
  readonly isPostgres: boolean;
}

const MOST_TOLD = 20;

/** Whether the database itself is intact: pages and indexes of SQLite, every table and index of PostgreSQL. */
export async function integrityFaults({ query, isPostgres }: DatabaseToCheck): Promise<string[]> {
  if (!isPostgres) {
    const rows = await query<Record<string, string>>(sql`PRAGMA integrity_check(${raw(String(MOST_TOLD))})`);
    return rows.map((row) => String(Object.values(row)[0])).filter((message) => message !== 'ok');
  }
  const invalid = await query<{ name: string }>(sql`
    SELECT c.relname::text AS "name" FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND NOT i.indisvalid`);
  const faults = invalid.map(({ name }) => `Index ${name} is not valid.`);
  for (const table of await tables(query)) faults.push(...(await readingFaults(query, table)));
  return faults;
}

/** Reads every row of a table, including values stored out of line: a damaged page is an error of the server. */
async function readingFaults(query: QueryFunction, table: string): Promise<string[]> {
  try {
    await query(sql`SELECT SUM(LENGTH(t::text)) AS "length" FROM ${quoted(table)} t`);
    return [];
  } catch (fault) {
    return [`Table ${table} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`];
  }
}

async function tables(query: QueryFunction): Promise<string[]> {
  return (
    await query<{ name: string }>(
      sql`SELECT tablename::text AS "name" FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
    )
  ).map(({ name }) => name);
}

/** Rows that refer to a missing row, even if foreign keys were not enforced when they were written. */
export async function foreignKeyFaults({ query, isPostgres }: DatabaseToCheck): Promise<string[]> {
  if (!isPostgres) {
    const rows = await query<{ table: string; rowid: number | null; parent: string }>(sql`PRAGMA foreign_key_check`);
    return rows
      .slice(0, MOST_TOLD)
      .map(
        ({ table, rowid, parent }) =>
          `${table}, row ${rowid ?? '?'}: it points to a row of ${parent} that is not there.`,
      );
  }
  const faults: string[] = [];
  for (const key of await foreignKeys(query)) {
    const [found] = await query<{ count: number }>(orphans(key));
    const count = Number(found?.count ?? 0);
    if (count > 0)
      faults.push(`${key.child}: ${count} rows point to rows of ${key.parent} that are not there (${key.name}).`);
  }
  return faults;
}

interface ForeignKeyFacts {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly pairs: readonly { readonly own: string; readonly other: string }[];
}

async function foreignKeys(query: QueryFunction): Promise<ForeignKeyFacts[]> {
  const rows = await query<{ name: string; child: string; parent: string; own: string; other: string }>(sql`
    SELECT k.conname::text AS "name", child.relname::text AS "child", parent.relname::text AS "parent", a.attname::text AS "own", b.attname::text AS "other"
    FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
    CROSS JOIN LATERAL UNNEST(k.conkey, k.confkey) WITH ORDINALITY AS u(own, other, position)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.own JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.other
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY child.relname, k.conname, u.position`);
  const keys = new Map<string, ForeignKeyFacts>();
  for (const { name, child, parent, own, other } of rows) {
    const id = `${child} ${name}`;
    keys.set(id, { name, child, parent, pairs: [...(keys.get(id)?.pairs ?? []), { own, other }] });
  }
  return [...keys.values()];
}

function orphans({ child, parent, pairs }: ForeignKeyFacts): Sql {
  const all = (each: (pair: { own: string; other: string }) => string): Sql => raw(pairs.map(each).join(' AND '));
  return sql`
    SELECT COUNT(*) AS "count" FROM ${quoted(child)} c WHERE ${all(({ own }) => `c."${own}" IS NOT NULL`)}
    AND NOT EXISTS (SELECT 1 FROM ${quoted(parent)} p WHERE ${all(({ own, other }) => `p."${other}" = c."${own}"`)})`;
}

const quoted = (name: string): Sql => raw(`"${name.replaceAll('"', '""')}"`);

export async function countRows(query: QueryFunction, table: string): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM ${quoted(table)}`);
  return Number(row?.count ?? 0);
}

/** The migrations that a program knows, in order, by the names that the database records. */
export function migrationNames({ migrations }: Schema): string[] {
  const known = Array.isArray(migrations) ? migrations : Object.values(migrations);
  return known.flatMap((one: unknown) => (typeof one === 'function' ? [one.name] : []));
}

/** Migrations that the database lacks, or has in excess of this program's. */
export async function migrationFaults(query: QueryFunction, schema: Schema): Promise<string[]> {
  const done = (await query<{ name: string }>(sql`SELECT name AS "name" FROM migration ORDER BY id`)).map(
    ({ name }) => name,
  );
  const known = migrationNames(schema);
  return [
    ...done.filter((name) => !known.includes(name)).map((name) => `${name} was run by a newer version of the product.`),
    ...known.filter((name) => !done.includes(name)).map((name) => `${name} is not run yet: it is at the next start.`),
  ];
}
