import sql, { join } from 'sql-template-tag';
import { type QueryFunction, bytesFrom } from '../../../platform/index.js';
import { inParts } from '../../log/index.js';

/**
 * Certificates that were revoked or replaced according to their row or the log, and that may have a status index.
 */
export async function endedCertificates(query: QueryFunction, list: number): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT k.id AS "id" FROM certificate k JOIN certificate_seal s ON s.certificate_id = k.id WHERE k.state <> 'valid' AND +s.status_list = ${list}
    UNION SELECT certificate_id FROM log_entry WHERE kind <> 'issue'`);
  return rows.map(({ id }) => id);
}

/** Ids of certificates with one of these credential hashes. */
export async function certificatesOfCredentials(query: QueryFunction, hashes: readonly string[]): Promise<string[]> {
  const rows = await inParts(hashes, (some) =>
    query<{ id: string }>(
      sql`SELECT certificate_id AS "id" FROM certificate_seal WHERE credential_hash IN (${join(some)})`,
    ),
  );
  return rows.map(({ id }) => id);
}

/** A certificate's stored credential; `null`: it has none. */
export async function credentialText(query: QueryFunction, certificateId: string): Promise<string | null> {
  const [row] = await query<{ bytes: string }>(
    sql`SELECT bytes AS "bytes" FROM certificate_form WHERE certificate_id = ${certificateId} AND form = 'json'`,
  );
  return row ? bytesFrom(row.bytes).toString() : null;
}
