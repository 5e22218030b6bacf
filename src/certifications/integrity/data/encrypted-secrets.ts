import sql from 'sql-template-tag';
import { type QueryFunction, bytesFrom } from '../../../platform/index.js';

/** An encrypted secret and the name bound to it. */
export interface EncryptedSecret {
  readonly name: string;
  readonly encrypted: Buffer;
}

/** Private parts of all issuer keys, of every address and state. */
export async function encryptedKeys(query: QueryFunction): Promise<EncryptedSecret[]> {
  const rows = await query<{ name: string; encrypted: string }>(sql`
    SELECT did || '#' || key_id AS "name", sealed_secret AS "encrypted" FROM issuer_key ORDER BY created_at, id`);
  return rows.map(({ name, encrypted }) => ({ name, encrypted: bytesFrom(encrypted) }));
}

/** Secrets of active webhooks, named by webhook id. */
export async function encryptedWebhookSecrets(query: QueryFunction): Promise<EncryptedSecret[]> {
  const rows = await query<{ name: string; encrypted: string }>(sql`
    SELECT id AS "name", sealed_secret AS "encrypted" FROM webhook WHERE removed_at IS NULL ORDER BY id`);
  return rows.map(({ name, encrypted }) => ({ name, encrypted: bytesFrom(encrypted) }));
}
