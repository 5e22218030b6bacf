import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { BEFORE_ALL, type Binding, isGenuine } from '../../log/index.js';

const AT_ONCE = 2_000;

/** Whether what binds some certificate was made with this key: then the key is the one that bound the register. */
export async function someBindingHolds(query: QueryFunction, key: Uint8Array): Promise<boolean> {
  for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
    const some: (Binding & { readonly id: string })[] = await query<Binding & { readonly id: string }>(sql`
      SELECT certificate_id AS "id", act AS "act", acted_at AS "actedAt", record AS "record", parts AS "parts", mac AS "mac"
      FROM certificate_binding WHERE certificate_id > ${after} ORDER BY certificate_id LIMIT ${AT_ONCE}`);
    if (some.some((one) => isGenuine(key, one.id, { ...one, actedAt: Number(one.actedAt) }))) return true;
    after = some.at(-1)?.id;
  }
  return false;
}
