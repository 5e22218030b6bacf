import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

export async function newestCertificates(query: QueryFunction, most: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`SELECT id AS "id" FROM certificate ORDER BY issued_at DESC, id DESC LIMIT ${most}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Finds the certificate of a file by fingerprint (hex): first by that of its credential, which is bound, then by that
 * of its bytes.
 */
export async function certificateOfFile(
  query: QueryFunction,
  { identity, contentHash }: { readonly identity: string; readonly contentHash: string | null },
): Promise<{ readonly id: string; readonly by: 'credential' | 'bytes' } | null> {
  const [row] = await query<{ id: string; by: 'credential' | 'bytes' }>(sql`
    SELECT certificate_id AS "id", 'credential' AS "by", 0 AS "rank" FROM certificate_seal WHERE credential_hash = ${contentHash ?? ''}
    UNION ALL SELECT certificate_id AS "id", 'bytes' AS "by", 1 AS "rank" FROM certificate_form WHERE sha256 = ${identity}
    ORDER BY 3`);
  return row ?? null;
}
