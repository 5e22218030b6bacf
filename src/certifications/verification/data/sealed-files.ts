import sql from 'sql-template-tag';
import type { Ask } from '../../../platform/index.js';
import { loggedForms } from '../../log/index.js';
import type { Sealed } from '../domain/unaltered.js';

/**
 * What was sealed of a certificate, by its entry in the log: nothing binds the hashes beside the stored documents.
 * `null` for one that was issued before certificates had documents.
 */
export async function sealedOf(ask: Ask, certificateId: string): Promise<Sealed | null> {
  const [seal] = await ask<{ contentHash: string }>(
    sql`SELECT credential_hash AS "contentHash" FROM certificate_seal WHERE certificate_id = ${certificateId}`,
  );
  if (!seal) return null;
  return {
    contentHash: seal.contentHash,
    files: Object.entries(await loggedForms(ask, certificateId)).map(([form, sha256]) => ({ form, sha256 })),
  };
}

/** The certificate that a file or the credential in it belongs to, by their fingerprints (hex). */
export async function certificateIdOf(
  ask: Ask,
  { identity, contentHash }: { readonly identity: string; readonly contentHash: string | null },
): Promise<string | null> {
  const [row] = await ask<{ id: string }>(sql`
    SELECT certificate_id AS "id" FROM certificate_form WHERE sha256 = ${identity}
    UNION ALL SELECT certificate_id AS "id" FROM certificate_seal WHERE credential_hash = ${contentHash ?? ''}`);
  return row?.id ?? null;
}
