import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** Whether there is a web session, or a new email that waits for its link, whose time is over. */
export async function anyExpiredAccess(query: QueryFunction, now: number): Promise<boolean> {
  const rows = await query(sql`
    SELECT 1 AS "one" FROM web_session WHERE expires_at <= ${now}
    UNION ALL SELECT 1 AS "one" FROM email_change WHERE expires_at <= ${now} LIMIT 1`);
  return rows.length > 0;
}
