import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import { ENROLMENT_LASTS } from '../domain/second-factor.js';

/** Whether there is a session, or something that waits for a link or a code, whose time is over. */
export async function anyExpiredAccess(query: QueryFunction, now: number): Promise<boolean> {
  const rows = await query(sql`
    SELECT 1 AS "one" FROM web_session WHERE expires_at <= ${now}
    UNION ALL SELECT 1 AS "one" FROM email_change WHERE expires_at <= ${now}
    UNION ALL SELECT 1 AS "one" FROM pending_sign_in WHERE expires_at <= ${now}
    UNION ALL SELECT 1 AS "one" FROM authenticator WHERE confirmed_at IS NULL AND created_at <= ${now - ENROLMENT_LASTS}
    LIMIT 1`);
  return rows.length > 0;
}
