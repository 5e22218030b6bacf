import sql, { empty, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { isNotCancelled, type PoolKind } from '../../core/index.js';
import type { HeldSeats } from '../domain/pool-use.js';

export interface LicencePoolRow {
  readonly id: string;
  readonly kind: PoolKind;
  readonly product: string;
  readonly edition: string | null;
  readonly vendor: string | null;
  readonly agreement: string;
  readonly seats: number;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly closedAt: number | null;
}

const COLUMNS = sql`id AS "id", kind AS "kind", product AS "product", edition AS "edition", vendor AS "vendor", agreement AS "agreement", seats AS "seats",
  valid_from AS "validFrom", valid_until AS "validUntil", closed_at AS "closedAt"`;

/** All pools, including closed ones, by product. */
export function licencePools(query: QueryFunction): Promise<LicencePoolRow[]> {
  return query<LicencePoolRow>(sql`SELECT ${COLUMNS} FROM licence_pool ORDER BY product, edition, valid_from, id`);
}

export async function licencePoolById(query: QueryFunction, id: string): Promise<LicencePoolRow | null> {
  return (await query<LicencePoolRow>(sql`SELECT ${COLUMNS} FROM licence_pool WHERE id = ${id}`))[0] ?? null;
}

/** A session's seats of one pool. */
export interface PoolHold extends HeldSeats {
  readonly sessionId: string;
  readonly poolId: string;
  readonly cohort: string;
  readonly number: number;
}

interface HoldFilter {
  readonly poolId?: string;
  /** Sessions that overlap this span. */
  readonly from: number;
  readonly until?: number;
}

/** Seats of pools held by sessions that are not cancelled, by start. */
export function poolHolds(query: QueryFunction, { poolId, from, until }: HoldFilter): Promise<PoolHold[]> {
  const conditions: Sql = sql`${isNotCancelled('s')} AND s.ends_at > ${from}
    ${poolId === undefined ? empty : sql`AND l.pool_id = ${poolId}`} ${until === undefined ? empty : sql`AND s.starts_at < ${until}`}`;
  return query<PoolHold>(sql`
    SELECT s.id AS "sessionId", l.pool_id AS "poolId", c.code AS "cohort", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", l.seats AS "seats"
    FROM session_licence l JOIN session s ON s.id = l.session_id JOIN cohort c ON c.id = s.cohort_id WHERE ${conditions} ORDER BY s.starts_at, c.code`);
}
