import sql from 'sql-template-tag';
import { type QueryFunction, bytesFrom } from '../../../platform/index.js';

/** A secret that is stored encrypted, and the name under which it was. */
export interface SealedSecret {
  readonly name: string;
  readonly sealed: Buffer;
}

/** The private parts of all keys of the issuer, of every address and state. */
export async function sealedKeys(query: QueryFunction): Promise<SealedSecret[]> {
  const rows = await query<{ name: string; sealed: string }>(sql`
    SELECT did || '#' || key_id AS "name", sealed_secret AS "sealed" FROM issuer_key ORDER BY created_at, id`);
  return rows.map(({ name, sealed }) => ({ name, sealed: bytesFrom(sealed) }));
}

/** The secrets of webhooks that are in use, under their webhooks' ids. */
export async function sealedWebhookSecrets(query: QueryFunction): Promise<SealedSecret[]> {
  const rows = await query<{ name: string; sealed: string }>(sql`
    SELECT id AS "name", sealed_secret AS "sealed" FROM webhook WHERE removed_at IS NULL ORDER BY id`);
  return rows.map(({ name, sealed }) => ({ name, sealed: bytesFrom(sealed) }));
}
