import sql from 'sql-template-tag';
import { type QueryFunction, bytesFrom } from '../../../platform/index.js';
import type { DocumentKind } from '../../core/index.js';

/** One document's exact bytes; `null` for a certificate that has no documents yet. */
export async function documentBytes(
  query: QueryFunction,
  certificateId: string,
  kind: DocumentKind,
): Promise<{ readonly bytes: Buffer; readonly sha256: string } | null> {
  const [row] = await query<{ bytes: string; sha256: string }>(sql`
    SELECT bytes AS "bytes", sha256 AS "sha256" FROM certificate_form WHERE certificate_id = ${certificateId} AND form = ${kind}`);
  return row ? { bytes: bytesFrom(row.bytes), sha256: row.sha256 } : null;
}

export interface CertificateWithoutDocuments {
  readonly id: string;
  readonly email: string | null;
}

/** Certificates without documents, newest first. */
export function withoutDocuments(query: QueryFunction, most: number): Promise<CertificateWithoutDocuments[]> {
  return query<CertificateWithoutDocuments>(sql`
    SELECT k.id AS "id", COALESCE(a.email, t.email) AS "email"
    FROM certificate k JOIN trainee t ON t.id = k.trainee_id LEFT JOIN account a ON a.id = t.account_id
    WHERE NOT EXISTS (SELECT 1 FROM certificate_seal s WHERE s.certificate_id = k.id) ORDER BY k.issued_at DESC, k.id LIMIT ${most}`);
}

/**
 * Each seal is of a certificate and neither is ever deleted:
 * among a million, counting both takes a tenth of looking for each one's.
 */
export async function countWithoutDocuments(query: QueryFunction): Promise<number> {
  const [row] = await query<{ left: number }>(
    sql`SELECT (SELECT COUNT(*) FROM certificate) - (SELECT COUNT(*) FROM certificate_seal) AS "left"`,
  );
  return Number(row?.left ?? 0);
}
