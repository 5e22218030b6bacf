import sql, { join, type Sql } from 'sql-template-tag';
import { type QueryFunction, daysAfter } from '../../../platform/index.js';
import { canonical } from '../domain/check-character.js';
import type { Verdict } from '../domain/status.js';
import { hasExpiredOn, isValid } from './sql.js';

/** Certificates whose last day is near or past, and those whose holders ask for a renewal. */
export const DUES = ['30', '60', '90', 'past', 'asked'] as const;
export type Due = (typeof DUES)[number];

export interface CertificateFilter {
  readonly q: string;
  readonly verdict: Verdict | null;
  readonly due: Due | null;
  readonly achievementId: string | null;
  readonly year: number | null;
  readonly cohort: string | null;
  readonly today: string;
}

const FROM = sql`FROM certificate k LEFT JOIN enrolment e ON e.id = k.enrolment_id LEFT JOIN cohort c ON c.id = e.cohort_id`;

export async function countCertificates(query: QueryFunction, filter: CertificateFilter): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" ${FROM} WHERE ${conditions(filter)}`);
  return Number(row?.count ?? 0);
}

/** The ids of those found, newest first. Their rows may say anything: show only what was checked. */
export async function idsOfCertificates(
  query: QueryFunction,
  filter: CertificateFilter,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT k.id AS "id" ${FROM} WHERE ${conditions(filter)} ORDER BY k.issued_on DESC, k.number DESC LIMIT ${limit} OFFSET ${offset}`);
  return rows.map(({ id }) => id);
}

/** What the filters offer: achievements and years that have certificates. */
export async function certificateChoices(
  query: QueryFunction,
): Promise<{ achievements: { id: string; nameZh: string; nameEn: string }[]; years: number[] }> {
  const achievements = await query<{ id: string; nameZh: string; nameEn: string }>(sql`
    SELECT a.id AS "id", a.name_zh AS "nameZh", a.name_en AS "nameEn" FROM achievement a WHERE EXISTS (SELECT 1 FROM certificate k WHERE k.achievement_id = a.id) ORDER BY a.code`);
  const years = await query<{ year: string }>(
    sql`SELECT DISTINCT substr(issued_on, 1, 4) AS "year" FROM certificate ORDER BY 1 DESC`,
  );
  return { achievements, years: years.map(({ year }) => Number(year)) };
}

function conditions({ q, verdict, due, achievementId, year, cohort, today }: CertificateFilter): Sql {
  return join(
    [
      sql`1 = 1`,
      ...(q === '' ? [] : [searched(q)]),
      ...(verdict === null ? [] : [byVerdict(verdict, today)]),
      ...(due === null ? [] : [byDue(due, today)]),
      ...(achievementId === null ? [] : [sql`k.achievement_id = ${achievementId}`]),
      ...(year === null ? [] : [sql`k.issued_on >= ${`${year}-01-01`} AND k.issued_on <= ${`${year}-12-31`}`]),
      ...(cohort === null ? [] : [sql`c.code = ${cohort}`]),
    ],
    ' AND ',
  );
}

function searched(q: string): Sql {
  const name = `%${literally(q.toLowerCase())}%`;
  const key = canonical(q);
  const number = key === '' ? sql`1 = 0` : sql`k.number_key LIKE ${`%${literally(key)}%`} ESCAPE '!'`;
  return sql`(lower(k.recipient_name) LIKE ${name} ESCAPE '!' OR lower(COALESCE(k.recipient_latin_name, '')) LIKE ${name} ESCAPE '!' OR ${number})`;
}

function byVerdict(verdict: Verdict, today: string): Sql {
  if (verdict === 'valid') return sql`${isValid('k')} AND (k.expires_on IS NULL OR NOT ${hasExpiredOn('k', today)})`;
  return verdict === 'expired' ? sql`${isValid('k')} AND ${hasExpiredOn('k', today)}` : sql`k.state = ${verdict}`;
}

/** Only those that nothing follows: there is something left to do. */
function byDue(due: Due, today: string): Sql {
  if (due === 'asked')
    return sql`EXISTS (SELECT 1 FROM renewal_request r WHERE r.certificate_id = k.id AND r.state = 'waiting')`;
  const span =
    due === 'past'
      ? hasExpiredOn('k', today)
      : sql`k.expires_on >= ${today} AND k.expires_on <= ${daysAfter(today, Number(due))}`;
  return sql`${isValid('k')} AND ${span} AND NOT EXISTS (SELECT 1 FROM certificate n WHERE n.supersedes_id = k.id)`;
}

const literally = (text: string): string => text.replace(/[!%_]/g, '!$&');
