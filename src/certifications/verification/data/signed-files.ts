import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** The certificate that a file or the credential in it belongs to, by their fingerprints (hex). */
export async function certificateIdOf(
  query: QueryFunction,
  { identity, contentHash }: { readonly identity: string; readonly contentHash: string | null },
): Promise<string | null> {
  const [row] = await query<{ id: string }>(sql`
    SELECT certificate_id AS "id" FROM certificate_form WHERE sha256 = ${identity}
    UNION ALL SELECT certificate_id AS "id" FROM certificate_seal WHERE credential_hash = ${contentHash ?? ''}`);
  return row?.id ?? null;
}
