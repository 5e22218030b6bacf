import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { CertificateState } from '../../core/index.js';
import type { RenewalTerms } from '../domain/renewing.js';
import { termsOf } from './renewals.js';

/** A selected certificate, with the facts for the rules of revocation and renewal. */
export interface ChosenRow {
  readonly id: string;
  readonly number: string;
  readonly recipientName: string;
  readonly achievementId: string;
  readonly achievementZh: string;
  readonly achievementEn: string;
  readonly state: CertificateState;
  readonly expiresOn: string | null;
  readonly followedBy: string | null;
  readonly terms: RenewalTerms;
}

const AT_ONCE = 500;

/** In the given order; unknown ids are left out. */
export async function chosenCertificates(query: QueryFunction, ids: readonly string[]): Promise<ChosenRow[]> {
  const rows: Omit<ChosenRow, 'terms'>[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    rows.push(
      ...(await query<Omit<ChosenRow, 'terms'>>(sql`
      SELECT k.id AS "id", k.number AS "number", k.recipient_name AS "recipientName", k.achievement_id AS "achievementId", a.name_zh AS "achievementZh", a.name_en AS "achievementEn",
        k.state AS "state", k.expires_on AS "expiresOn", n.number AS "followedBy"
      FROM certificate k JOIN achievement a ON a.id = k.achievement_id LEFT JOIN certificate n ON n.supersedes_id = k.id
      WHERE k.id IN (${join(ids.slice(from, from + AT_ONCE))})`)),
    );
  }
  const terms = new Map<string, RenewalTerms>();
  for (const { achievementId } of rows)
    if (!terms.has(achievementId)) terms.set(achievementId, await termsOf(query, achievementId));
  const place = new Map(ids.map((id, at) => [id, at]));
  return rows
    .flatMap((row) => {
      const its = terms.get(row.achievementId);
      return its ? [{ ...row, terms: its }] : [];
    })
    .sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
}
