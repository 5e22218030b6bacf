import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { isValid } from '../../core/index.js';

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
