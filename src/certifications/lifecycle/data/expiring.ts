import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { isValid } from '../../core/index.js';

export interface ExpiringRow {
  readonly id: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
  /** Reminders already sent, by their days. */
  readonly sent: readonly number[];
}

/**
 * Valid certificates that end within these days, without successor, whose holders have an email address. Their rows are
 * not checked.
 */
export async function expiringSoon(
  query: QueryFunction,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<ExpiringRow[]> {
  const rows = await query<Omit<ExpiringRow, 'sent'>>(sql`
    SELECT k.id AS "id", k.issued_on AS "issuedOn", k.expires_on AS "expiresOn"
    FROM certificate k JOIN trainee t ON t.id = k.trainee_id LEFT JOIN account a ON a.id = t.account_id
    WHERE ${isValid('k')} AND k.expires_on >= ${from} AND k.expires_on <= ${until} AND COALESCE(a.email, t.email) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM certificate n WHERE n.supersedes_id = k.id)
    ORDER BY k.expires_on, k.id`);
  const reminders = await query<{ id: string; days: number }>(sql`
    SELECT r.certificate_id AS "id", r.days_before AS "days" FROM expiry_reminder r JOIN certificate k ON k.id = r.certificate_id
    WHERE ${isValid('k')} AND k.expires_on >= ${from} AND k.expires_on <= ${until}`);
  const sent = new Map<string, number[]>();
  for (const { id, days } of reminders) sent.set(id, [...(sent.get(id) ?? []), Number(days)]);
  return rows.map((row) => ({ ...row, sent: sent.get(row.id) ?? [] }));
}
