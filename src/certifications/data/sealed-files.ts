import sql from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';
import type { Sealed } from '../domain/unaltered.js';

/** What was sealed of a certificate; `null` for one that was issued before certificates had documents. */
export async function sealedOf(ask: Ask, certificateId: string): Promise<Sealed | null> {
  const rows = await ask<{ contentHash: string; form: string | null; sha256: string | null }>(sql`
    SELECT s.credential_hash AS "contentHash", f.form AS "form", f.sha256 AS "sha256"
    FROM certificate_seal s LEFT JOIN certificate_form f ON f.certificate_id = s.certificate_id WHERE s.certificate_id = ${certificateId}`);
  const [first] = rows;
  return first ? { contentHash: first.contentHash, files: rows.flatMap(({ form, sha256 }) => (form !== null && sha256 !== null ? [{ form, sha256 }] : [])) } : null;
}

/** The certificate that a file or the credential in it belongs to, by their fingerprints (hex). */
export async function certificateIdOf(ask: Ask, { identity, contentHash }: { readonly identity: string; readonly contentHash: string | null }): Promise<string | null> {
  const [row] = await ask<{ id: string }>(sql`
    SELECT certificate_id AS "id" FROM certificate_form WHERE sha256 = ${identity}
    UNION ALL SELECT certificate_id AS "id" FROM certificate_seal WHERE credential_hash = ${contentHash ?? ''}`);
  return row?.id ?? null;
}
