import sql from 'sql-template-tag';
import type { QueriedDatabase } from './read-database.js';

/**
 * Settings stored for all sessions of this role or database. An operator who needs a search path puts it in the
 * database address (`?options=-c search_path=…`), which cannot be changed by somebody who only has access to the
 * database.
 */
const SETTINGS = sql`
  SELECT s.setting AS "name"
  FROM pg_catalog.pg_db_role_setting r CROSS JOIN LATERAL pg_catalog.unnest(r.setconfig) AS s(setting)
  WHERE r.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))
    AND r.setrole IN (0, (SELECT u.oid FROM pg_catalog.pg_roles u WHERE u.rolname = SESSION_USER))
    AND (s.setting LIKE 'search_path=%' OR s.setting LIKE 'row_security=%' OR s.setting LIKE 'role=%'
      OR s.setting LIKE 'session_replication_role=%' OR s.setting LIKE 'transform_null_equals=%'
      OR s.setting LIKE '%_preload_libraries=%')`;

/**
 * Functions and operators that a query of the product may resolve to instead of PostgreSQL's own: an exact match of
 * argument types wins, in whichever schema, also one put into PostgreSQL's own. Operators by name, because extensions
 * bring their own (`<->`). PostgreSQL's own objects have numbers below 16384, those of others never.
 */
const SHADOWS = sql`
  SELECT CAST(p.proname AS TEXT) AS "name"
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  WHERE p.oid >= 16384 AND n.nspname = ANY (pg_catalog.current_schemas(true))
    AND EXISTS (SELECT 1 FROM pg_catalog.pg_proc o WHERE o.proname = p.proname AND o.oid < 16384)
  UNION ALL
  SELECT CAST(p.oprname AS TEXT)
  FROM pg_catalog.pg_operator p JOIN pg_catalog.pg_namespace n ON n.oid = p.oprnamespace
  WHERE p.oid >= 16384 AND n.nspname = ANY (pg_catalog.current_schemas(true))
    AND p.oprname IN ('=', '<>', '<', '<=', '>', '>=', '||', '~~', '!~~', '+', '-', '*', '/', '->', '->>')
  UNION ALL
  SELECT CAST('a cast from ' AS TEXT) || pg_catalog.format_type(k.castsource, NULL) || CAST(' to ' AS TEXT)
    || pg_catalog.format_type(k.casttarget, NULL)
  FROM pg_catalog.pg_cast k JOIN pg_catalog.pg_type f ON f.oid = k.castsource JOIN pg_catalog.pg_type t ON t.oid = k.casttarget
  WHERE k.oid >= 16384 AND f.oid < 16384 AND t.oid < 16384`;

/**
 * Whatever changes the meaning of the product's own queries on PostgreSQL, in all sessions or in those of this role.
 */
export async function foreignToSessions({ query }: QueriedDatabase): Promise<string[]> {
  // A command, which no function can shadow.
  const [path] = await query<{ search_path: string }>(sql`SHOW search_path`);
  if (path && /.pg_catalog/.test(path.search_path)) return [`search_path=${path.search_path}`];
  const rows = [...(await query<{ name: string }>(SETTINGS)), ...(await query<{ name: string }>(SHADOWS))];
  return rows.map(({ name }) => name);
}
