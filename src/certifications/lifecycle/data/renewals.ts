import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { type RenewalTerms, usualTerms } from '../domain/renewing.js';
import type { RequestState } from './renewal.entities.js';

type StoredTerms = { readonly [Field in keyof RenewalTerms]: RenewalTerms[Field] | null } & {
  readonly validMonths: number | null;
};

/** How an achievement's certificates are renewed. */
export async function termsOf(query: QueryFunction, achievementId: string): Promise<RenewalTerms> {
  const [row] = await query<StoredTerms>(sql`
    SELECT a.valid_months AS "validMonths", r.offered AS "offered", r.counted_from AS "countedFrom", r.months AS "months", r.opens_days AS "opensDays", r.grace_days AS "graceDays"
    FROM achievement a LEFT JOIN renewal_rule r ON r.achievement_id = a.id WHERE a.id = ${achievementId}`);
  return termsFrom(row ?? null);
}

/** By achievement. */
export async function termsOfEach(
  query: QueryFunction,
  achievementIds: readonly string[],
): Promise<ReadonlyMap<string, RenewalTerms>> {
  const terms = new Map<string, RenewalTerms>();
  for (const id of new Set(achievementIds)) terms.set(id, await termsOf(query, id));
  return terms;
}

function termsFrom(row: StoredTerms | null): RenewalTerms {
  const { offered, countedFrom, months, opensDays, graceDays } = row ?? {};
  if (!offered || !countedFrom) return usualTerms(row?.validMonths ?? null);
  return { offered, countedFrom, months: Number(months), opensDays: Number(opensDays), graceDays: Number(graceDays) };
}

export interface RuleRow extends RenewalTerms {
  readonly achievementId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly validMonths: number | null;
  /** Whether the academy has set it; otherwise it is the default rule. */
  readonly isSet: boolean;
}

/** Every achievement with its rule, by code. */
export async function renewalRules(query: QueryFunction): Promise<RuleRow[]> {
  const rows = await query<StoredTerms & Pick<RuleRow, 'achievementId' | 'code' | 'nameZh' | 'nameEn'>>(sql`
    SELECT a.id AS "achievementId", a.code AS "code", a.name_zh AS "nameZh", a.name_en AS "nameEn", a.valid_months AS "validMonths", r.offered AS "offered",
      r.counted_from AS "countedFrom", r.months AS "months", r.opens_days AS "opensDays", r.grace_days AS "graceDays"
    FROM achievement a LEFT JOIN renewal_rule r ON r.achievement_id = a.id ORDER BY a.code`);
  return rows.map((row) => ({ ...row, ...termsFrom(row), isSet: row.offered !== null }));
}

export interface RequestRow {
  readonly id: string;
  readonly askedAt: number;
  readonly note: string | null;
  readonly state: RequestState;
  readonly decidedAt: number | null;
  readonly decidedByName: string | null;
  readonly answer: string | null;
}

/** Requests of a holder, newest first. */
export async function requestsOf(query: QueryFunction, certificateId: string): Promise<RequestRow[]> {
  const rows = await query<RequestRow>(sql`
    SELECT id AS "id", asked_at AS "askedAt", note AS "note", state AS "state", decided_at AS "decidedAt", decided_by_name AS "decidedByName", answer AS "answer"
    FROM renewal_request WHERE certificate_id = ${certificateId} ORDER BY asked_at DESC, id DESC`);
  return rows.map((row) => ({
    ...row,
    askedAt: Number(row.askedAt),
    decidedAt: row.decidedAt === null ? null : Number(row.decidedAt),
  }));
}

/** Number of the successor, by renewal or replacement. */
export async function followerOf(query: QueryFunction, certificateId: string): Promise<string | null> {
  const [row] = await query<{ number: string }>(
    sql`SELECT number AS "number" FROM certificate WHERE supersedes_id = ${certificateId}`,
  );
  return row?.number ?? null;
}
