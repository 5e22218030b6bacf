import sql from 'sql-template-tag';
import { everyRow, type QueryFunction } from '../../../platform/index.js';
import { type Binding, isGenuine, storedNumber } from '../../log/index.js';

const AT_ONCE = 2_000;

/** Whether what binds some certificate was made with this key: then the key is the one that bound the register. */
export async function someBindingHolds(query: QueryFunction, key: Uint8Array): Promise<boolean> {
  const parts = everyRow<Binding & { readonly id: string }>(query, {
    key: 'b.certificate_id',
    columns: sql`b.certificate_id AS "id", b.act AS "act", b.acted_at AS "actedAt", b.record AS "record", b.parts AS "parts", b.mac AS "mac"`,
    from: sql`FROM certificate_binding b`,
    atOnce: AT_ONCE,
  });
  for await (const some of parts)
    if (some.some((one) => isGenuine(key, one.id, { ...one, actedAt: storedNumber(one.actedAt) }))) return true;
  return false;
}
