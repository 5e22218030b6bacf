import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** A coordinator's edit or drop of an email of an open bulletin. */
export interface TouchedEmail {
  readonly subject: string | null;
  readonly body: string | null;
  /** 1: dropped. */
  readonly dropped: number;
  /** Fingerprint of the email composed at that time. */
  readonly composed: string | null;
}

/** By recipient address. */
export async function touchedEmails(query: QueryFunction, bulletinId: string): Promise<Map<string, TouchedEmail>> {
  const rows = await query<TouchedEmail & { email: string }>(sql`
    SELECT email AS "email", subject AS "subject", body AS "body", dropped AS "dropped", composed AS "composed" FROM bulletin_letter WHERE bulletin_id = ${bulletinId}`);
  return new Map(rows.map(({ email, ...row }) => [email, { ...row, dropped: Number(row.dropped) }]));
}
