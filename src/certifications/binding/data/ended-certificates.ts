import sql, { join } from 'sql-template-tag';
import { type QueryFunction, bytesFrom } from '../../../platform/index.js';

const AT_ONCE = 500;

/**
 * Certificates that were revoked or replaced according to their row or the log, and that may have a status index.
 */
export async function endedCertificates(query: QueryFunction, list: number): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT k.id AS "id" FROM certificate k JOIN certificate_seal s ON s.certificate_id = k.id WHERE k.state <> 'valid' AND +s.status_list = ${list}
    UNION SELECT certificate_id FROM log_entry WHERE kind <> 'issue'`);
  return rows.map(({ id }) => id);
}

/** Certificates whose documents have one of these credentials, by its hash. */
export async function certificatesOfCredentials(query: QueryFunction, hashes: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < hashes.length; from += AT_ONCE) {
    const some = join(hashes.slice(from, from + AT_ONCE));
    const rows = await query<{ id: string }>(
      sql`SELECT certificate_id AS "id" FROM certificate_seal WHERE credential_hash IN (${some})`,
    );
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** A certificate's stored credential; `null`: it has none. */
export async function credentialText(query: QueryFunction, certificateId: string): Promise<string | null> {
  const [row] = await query<{ bytes: string }>(
    sql`SELECT bytes AS "bytes" FROM certificate_form WHERE certificate_id = ${certificateId} AND form = 'json'`,
  );
  return row ? bytesFrom(row.bytes).toString() : null;
}
