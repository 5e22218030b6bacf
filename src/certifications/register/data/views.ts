import sql, { type Sql } from 'sql-template-tag';
import { A_DAY, AN_HOUR, type QueryFunction, newId, type Transaction } from '../../../platform/index.js';
import type { ViewWay } from '../domain/viewing.js';
import { CertificateView } from './certificate-view.entity.js';

/** An access to a certificate, or the equal checks of one employer on one day. */
export interface AccessRow {
  /** Of the newest. */
  readonly at: number;
  readonly way: ViewWay | 'employer';
  /** The recipient for whom the link was made, or the employer. */
  readonly who: string | null;
  /** `null`: an employer's check. */
  readonly client: string | null;
  readonly purpose: string | null;
  readonly times: number;
}

/** From midnight in UTC back to midnight at the academy, which knows no summer time. */
const BEFORE_UTC = 8 * AN_HOUR;

/**
 * Checks for one purpose count together, so that an employer that verifies a certificate a hundred times does not fill
 * the list.
 */
const accesses = (certificateId: string): Sql => sql`(
    SELECT v.at AS at, CAST(v.id AS TEXT) AS id, v.way AS way, s.label AS who, v.client AS client, NULL AS purpose, 1 AS times
    FROM certificate_view v LEFT JOIN share_link s ON s.id = v.share_link_id WHERE v.certificate_id = ${certificateId}
    UNION ALL
    SELECT MAX(r.at), MAX(CAST(r.id AS TEXT)), 'employer', MAX(e.name), NULL, r.purpose, COUNT(*)
    FROM verification_record r LEFT JOIN employer e ON e.id = r.employer_id WHERE r.certificate_id = ${certificateId}
    GROUP BY r.employer_id, r.purpose, (r.at + CAST(${BEFORE_UTC} AS BIGINT)) / CAST(${A_DAY} AS BIGINT)
  ) a`;

export async function countAccesses(query: QueryFunction, certificateId: string): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM ${accesses(certificateId)}`);
  return Number(row?.count ?? 0);
}

/** Newest first. */
export async function accessesOf(
  query: QueryFunction,
  certificateId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<AccessRow[]> {
  const rows = await query<AccessRow>(sql`
    SELECT a.at AS "at", a.way AS "way", a.who AS "who", a.client AS "client", a.purpose AS "purpose", a.times AS "times"
    FROM ${accesses(certificateId)} ORDER BY a.at DESC, a.id DESC LIMIT ${limit} OFFSET ${offset}`);
  return rows.map((row) => ({ ...row, at: Number(row.at), times: Number(row.times) }));
}

export interface View {
  readonly certificateId: string;
  readonly way: ViewWay;
  readonly shareLinkId: string | null;
  readonly client: string;
}

export async function insertView(tx: Transaction, view: View): Promise<void> {
  tx.withoutAudit('a view is recorded in the access history');
  await tx.of(CertificateView).insert({ id: newId(), at: tx.now, ...view });
}
