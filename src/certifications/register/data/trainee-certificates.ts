import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { type CertificateState, isValid } from '../../core/index.js';

export interface TraineeCertificateRow {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly state: CertificateState;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
}

/** The newest first. */
export function traineeCertificates(query: QueryFunction, traineeId: string): Promise<TraineeCertificateRow[]> {
  return query<TraineeCertificateRow>(sql`
    SELECT c.id AS "id", c.number AS "number", c.token AS "token", a.name_zh AS "nameZh", a.name_en AS "nameEn", c.state AS "state",
      c.issued_on AS "issuedOn", c.expires_on AS "expiresOn"
    FROM certificate c JOIN achievement a ON a.id = c.achievement_id WHERE c.trainee_id = ${traineeId} ORDER BY c.issued_on DESC, c.number DESC`);
}

export async function countTraineeCertificates(query: QueryFunction, traineeId: string): Promise<number> {
  const [row] = await query<{ n: number }>(
    sql`SELECT COUNT(*) AS "n" FROM certificate WHERE trainee_id = ${traineeId}`,
  );
  return Number(row?.n ?? 0);
}

/*
 * Conditions and figures of lists. They count rows as they are: checking each record would read the whole register.
 */

/** @param traineeId a column or value */
export const validCertificateCount = (traineeId: Sql): Sql =>
  sql`(SELECT COUNT(*) FROM certificate c WHERE c.trainee_id = ${traineeId} AND ${isValid('c')})`;

export const hasValidCertificate = (traineeId: Sql): Sql =>
  sql`EXISTS (SELECT 1 FROM certificate c WHERE c.trainee_id = ${traineeId} AND ${isValid('c')})`;

export const hasCertificate = (traineeId: Sql): Sql =>
  sql`EXISTS (SELECT 1 FROM certificate c WHERE c.trainee_id = ${traineeId})`;
