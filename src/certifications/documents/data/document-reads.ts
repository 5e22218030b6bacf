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

/** Ids of certificates without documents, newest first. */
export async function withoutDocuments(query: QueryFunction, most: number): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT k.id AS "id" FROM certificate k
    WHERE NOT EXISTS (SELECT 1 FROM certificate_seal s WHERE s.certificate_id = k.id) ORDER BY k.issued_at DESC, k.id LIMIT ${most}`);
  return rows.map(({ id }) => id);
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
