import sql from 'sql-template-tag';
import { type QueryFunction, bytesFrom } from '../../../platform/index.js';

/** A secret that is stored encrypted, and the name under which it was. */
export interface EncryptedSecret {
  readonly name: string;
  readonly encrypted: Buffer;
}

/** The private parts of all keys of the issuer, of every address and state. */
export async function encryptedKeys(query: QueryFunction): Promise<EncryptedSecret[]> {
  const rows = await query<{ name: string; encrypted: string }>(sql`
    SELECT did || '#' || key_id AS "name", sealed_secret AS "encrypted" FROM issuer_key ORDER BY created_at, id`);
  return rows.map(({ name, encrypted }) => ({ name, encrypted: bytesFrom(encrypted) }));
}

/** The secrets of webhooks that are in use, under their webhooks' ids. */
export async function encryptedWebhookSecrets(query: QueryFunction): Promise<EncryptedSecret[]> {
  const rows = await query<{ name: string; encrypted: string }>(sql`
    SELECT id AS "name", sealed_secret AS "encrypted" FROM webhook WHERE removed_at IS NULL ORDER BY id`);
  return rows.map(({ name, encrypted }) => ({ name, encrypted: bytesFrom(encrypted) }));
}
