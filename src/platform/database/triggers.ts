import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { KNOWN_TRIGGERS } from './known-triggers.js';
import type { QueriedDatabase } from './read-database.js';

interface Trigger {
  readonly name: string;
  /** What it does and when: its text on SQLite, its definition and its function's on PostgreSQL. */
  readonly body: string;
  /** `0`: disabled. */
  readonly works: number;
}

/** By their text as well: SQLite runs a trigger even if its type has been overwritten in the schema table. */
const ON_SQLITE = sql`
  SELECT name AS "name", sql AS "body", 1 AS "works" FROM main.sqlite_master NOT INDEXED
  WHERE LOWER(type) = 'trigger' OR LTRIM(LOWER(sql)) LIKE 'create%trigger%'`;

/**
 * In every schema and of every kind, except those that enforce constraints, which the server makes itself and whose
 * functions are its own (their numbers are below 16384). The definition has table, time, events, condition and
 * arguments. Rules rewrite writes as triggers do, and a view may stand in for a table; this program uses neither.
 */
const ON_POSTGRES = sql`
  SELECT CAST(t.tgname AS TEXT) AS "name", pg_catalog.concat_ws(E'\\n', pg_catalog.pg_get_triggerdef(t.oid, true), p.prosrc,
    pg_catalog.jsonb_build_array(l.lanname, p.prokind, p.prosecdef, p.provolatile, p.proconfig, p.probin)) AS "body",
    CASE WHEN t.tgenabled IN ('O', 'A') THEN 1 ELSE 0 END AS "works"
  FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
    JOIN pg_catalog.pg_language l ON l.oid = p.prolang
  WHERE NOT (t.tgisinternal AND t.tgfoid < 16384)
  UNION ALL
  SELECT CAST(r.rulename AS TEXT), 'rule', 1
  FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE r.rulename <> '_RETURN' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  UNION ALL
  SELECT CAST(v.relname AS TEXT), 'in place of a table', 1
  FROM pg_catalog.pg_class v JOIN pg_catalog.pg_class c ON c.relname = v.relname AND c.relkind = 'r'
    JOIN pg_catalog.pg_namespace n ON n.oid = v.relnamespace
  WHERE v.relkind IN ('v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`;

/** The triggers of the database with a hash of what each does, in the form of `KNOWN_TRIGGERS`. */
export async function triggersOf(database: QueriedDatabase): Promise<(readonly [string, string])[]> {
  const found = (await readTriggers(database)).map(({ name, body }) => [name, hashOf(body)] as const);
  return found.sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Names of triggers and rules that no migration created, or that differ from the migration's. One of them could change
 * what this program has written before it reads it again: nothing is bound, logged or signed while there is one.
 */
export async function foreignTriggers(database: QueriedDatabase): Promise<string[]> {
  const known = KNOWN_TRIGGERS[database.isPostgres ? 'postgres' : 'sqlite'];
  const found = await triggersOf(database);
  return found.filter(([name, hash]) => !Object.hasOwn(known, name) || known[name] !== hash).map(([name]) => name);
}

/**
 * Names of triggers from the migrations that are missing, changed or disabled. What they prevent could then happen,
 * even by mistake.
 */
export async function missingTriggers(database: QueriedDatabase): Promise<string[]> {
  const working = new Map(
    (await readTriggers(database)).filter(({ works }) => works === 1).map(({ name, body }) => [name, hashOf(body)]),
  );
  return Object.entries(KNOWN_TRIGGERS[database.isPostgres ? 'postgres' : 'sqlite'])
    .filter(([name, hash]) => working.get(name) !== hash)
    .map(([name]) => name);
}

function readTriggers({ query, isPostgres }: QueriedDatabase): Promise<Trigger[]> {
  return query<Trigger>(isPostgres ? ON_POSTGRES : ON_SQLITE);
}

/** 64 bits in hex, ignoring white space; other blanks are letters to SQLite. */
function hashOf(body: string): string {
  return createHash('sha256')
    .update(body.replace(/[ \t\n\r\f]+/g, ' ').trim())
    .digest('hex')
    .slice(0, 16);
}
