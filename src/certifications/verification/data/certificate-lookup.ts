import { randomBytes } from 'node:crypto';
import sql, { join, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { idsOf, type IdsByNumber } from '../../binding/index.js';
import { inParts } from '../../log/index.js';

/**
 * Certificate ids by canonical number: as it was issued, and as the certificate table has it now. Either may have been
 * altered.
 */
export async function allIdsByNumber(
  query: QueryFunction,
  issued: IdsByNumber,
  numberKeys: readonly string[],
): Promise<IdsByNumber> {
  const rows = await inParts([...new Set(numberKeys)], (some) =>
    query<{ key: string; id: string }>(
      sql`SELECT number_key AS "key", id AS "id" FROM certificate WHERE number_key IN (${join(some)})`,
    ),
  );
  const asIssued = [...issued].flatMap(([key, ids]) => [...ids].map((id) => [key, id] as const));
  return idsOf([...asIssued, ...rows.map(({ key, id }) => [key, id] as const)]);
}

/**
 * Up to `count` random certificates. They are opened in place of unknown numbers so that timing shows no difference.
 */
export async function randomCertificates(query: QueryFunction, count: number): Promise<string[]> {
  if (count === 0) return [];
  const tag = randomBytes(32).toString('hex');
  const some = (side: Sql, most: number): Promise<{ id: string }[]> =>
    query(sql`
      SELECT certificate_id AS "id" FROM certificate_binding WHERE number_tag ${side} ORDER BY number_tag LIMIT ${most}`);
  const behind = await some(sql`>= ${tag}`, count);
  const before = behind.length < count ? await some(sql`< ${tag}`, count - behind.length) : [];
  return [...behind, ...before].map(({ id }) => id);
}
