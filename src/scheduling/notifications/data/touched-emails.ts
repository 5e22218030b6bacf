import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** What a coordinator did to an email of an open bulletin. */
export interface TouchedEmail {
  readonly subject: string | null;
  readonly body: string | null;
  /** 1: it is not to be sent. */
  readonly dropped: number;
  /** Fingerprint of what was composed then. */
  readonly composed: string | null;
}

/** By the address that they go to. */
export async function touchedEmails(query: QueryFunction, bulletinId: string): Promise<Map<string, TouchedEmail>> {
  const rows = await query<TouchedEmail & { email: string }>(sql`
    SELECT email AS "email", subject AS "subject", body AS "body", dropped AS "dropped", composed AS "composed" FROM bulletin_letter WHERE bulletin_id = ${bulletinId}`);
  return new Map(rows.map(({ email, ...row }) => [email, { ...row, dropped: Number(row.dropped) }]));
}
