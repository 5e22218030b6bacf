import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

export async function anyExpiredWebSession(query: QueryFunction, now: number): Promise<boolean> {
  const rows = await query(sql`SELECT 1 AS "one" FROM web_session WHERE expires_at <= ${now} LIMIT 1`);
  return rows.length > 0;
}
