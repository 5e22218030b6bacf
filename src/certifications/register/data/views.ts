import sql from 'sql-template-tag';
import { type QueryFunction, newId, type Transaction } from '../../../platform/index.js';
import type { ViewWay } from '../domain/viewing.js';
import { CertificateView } from './certificate-view.entity.js';

export interface ViewRow {
  readonly at: number;
  readonly way: ViewWay;
  /** The recipient for whom the link was made. */
  readonly label: string | null;
  readonly client: string;
}

/** Views, newest first. */
export async function viewsOf(query: QueryFunction, certificateId: string, limit: number): Promise<ViewRow[]> {
  const rows = await query<ViewRow>(sql`
    SELECT v.at AS "at", v.way AS "way", s.label AS "label", v.client AS "client" FROM certificate_view v LEFT JOIN share_link s ON s.id = v.share_link_id
    WHERE v.certificate_id = ${certificateId} ORDER BY v.at DESC, v.id DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}

export interface EmployerCheckRow {
  readonly at: number;
  readonly employer: string | null;
  readonly purpose: string | null;
}

/** Checks by registered employers that found this certificate, newest first. */
export async function employerChecksOf(
  query: QueryFunction,
  certificateId: string,
  limit: number,
): Promise<EmployerCheckRow[]> {
  const rows = await query<EmployerCheckRow>(sql`
    SELECT r.at AS "at", e.name AS "employer", r.purpose AS "purpose" FROM verification_record r LEFT JOIN employer e ON e.id = r.employer_id
    WHERE r.certificate_id = ${certificateId} ORDER BY r.at DESC, r.id DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
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
