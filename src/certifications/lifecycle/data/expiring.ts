import sql from 'sql-template-tag';
import { type QueryFunction, storedObject } from '../../../platform/index.js';
import { type CertificateFacts, isValid } from '../../core/index.js';

export interface ExpiringRow {
  readonly id: string;
  readonly token: string;
  readonly traineeId: string;
  readonly achievementId: string;
  readonly facts: CertificateFacts;
  readonly issuedOn: string;
  readonly expiresOn: string;
  /** Reminders already sent, by their days. */
  readonly sent: readonly number[];
}

/** Valid certificates that end within these days, without successor, whose holders have an email address. */
export async function expiringSoon(
  query: QueryFunction,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<ExpiringRow[]> {
  const rows = await query<Omit<ExpiringRow, 'facts' | 'sent'> & { facts: string }>(sql`
    SELECT k.id AS "id", k.token AS "token", k.trainee_id AS "traineeId", k.achievement_id AS "achievementId", k.facts AS "facts", k.issued_on AS "issuedOn", k.expires_on AS "expiresOn"
    FROM certificate k JOIN trainee t ON t.id = k.trainee_id LEFT JOIN account a ON a.id = t.account_id
    WHERE ${isValid('k')} AND k.expires_on >= ${from} AND k.expires_on <= ${until} AND COALESCE(a.email, t.email) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM certificate n WHERE n.supersedes_id = k.id)
    ORDER BY k.expires_on, k.id`);
  const reminders = await query<{ id: string; days: number }>(sql`
    SELECT r.certificate_id AS "id", r.days_before AS "days" FROM expiry_reminder r JOIN certificate k ON k.id = r.certificate_id
    WHERE ${isValid('k')} AND k.expires_on >= ${from} AND k.expires_on <= ${until}`);
  const sent = new Map<string, number[]>();
  for (const { id, days } of reminders) sent.set(id, [...(sent.get(id) ?? []), Number(days)]);
  return rows.map((row) => ({
    ...row,
    facts: storedObject<CertificateFacts>(row.facts),
    sent: sent.get(row.id) ?? [],
  }));
}
