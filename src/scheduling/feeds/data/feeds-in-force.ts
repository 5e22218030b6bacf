import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { FeedOf, FeedOwner } from './calendar-feed.entity.js';

/** Creation time of the current address by owner id, epoch milliseconds. */
export async function feedsInForce(query: QueryFunction, kind: FeedOwner): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ ownerId: string; createdAt: number }>(sql`
    SELECT owner_id AS "ownerId", created_at AS "createdAt" FROM calendar_feed WHERE owner_kind = ${kind} AND revoked_at IS NULL`);
  return new Map(rows.map(({ ownerId, createdAt }) => [ownerId, Number(createdAt)]));
}

/** The id of an owner's current address. */
export async function feedInForce(query: QueryFunction, { kind, ownerId }: FeedOf): Promise<string | null> {
  const [row] = await query<{ id: string }>(sql`
    SELECT id AS "id" FROM calendar_feed WHERE owner_kind = ${kind} AND owner_id = ${ownerId} AND revoked_at IS NULL`);
  return row?.id ?? null;
}

/** The owner of the current address with this fingerprint. */
export async function feedByFingerprint(query: QueryFunction, fingerprint: string): Promise<FeedOf | null> {
  const [row] = await query<FeedOf>(sql`
    SELECT owner_kind AS "kind", owner_id AS "ownerId" FROM calendar_feed WHERE fingerprint = ${fingerprint} AND revoked_at IS NULL`);
  return row ?? null;
}
