import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { FeedOwner } from './calendar-feed.entity.js';

/** When the address in force was made, epoch milliseconds, by its owner's id. */
export async function feedsInForce(query: QueryFunction, kind: FeedOwner): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ ownerId: string; createdAt: number }>(sql`
    SELECT owner_id AS "ownerId", created_at AS "createdAt" FROM calendar_feed WHERE owner_kind = ${kind} AND revoked_at IS NULL`);
  return new Map(rows.map(({ ownerId, createdAt }) => [ownerId, Number(createdAt)]));
}
