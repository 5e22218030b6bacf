import sql, { join } from 'sql-template-tag';
import { LessThanOrEqual } from 'typeorm';
import { type QueryFunction, fingerprint, type Transaction } from '../../../platform/index.js';
import {
  MINIMUM_MISS_LIMIT,
  TRIES_COUNT_FOR,
  type PriorTries,
  type TryKind,
  type TryPair,
} from '../domain/try-limits.js';
import { VerificationTry } from './verification-try.entity.js';

/** A match recorded more recently is not recorded again, so that a list sent daily does not write every row daily. */
const FRESH = TRIES_COUNT_FOR / 2;

/** An employer, on whatever channel, or a network address. */
export type Asker = { readonly employerId: string } | { readonly address: string };

export function askerOf(asker: Asker): string {
  return 'employerId' in asker ? `employer:${asker.employerId}` : `address:${fingerprint(asker.address)}`;
}

/**
 * Serializes the counting for one asker until the transaction ends: two concurrent counts would both stay below the
 * limit. SQLite has only one writer anyway.
 */
export async function lockTries(tx: Transaction, asker: string): Promise<void> {
  if (tx.isPostgres) await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${asker}, 0))`);
}

/**
 * The asker's tries with these numbers or names, in a fixed number of queries.
 */
export async function priorTries(
  query: QueryFunction,
  asker: string,
  { pairs, now }: { readonly pairs: readonly TryPair[]; readonly now: number },
): Promise<PriorTries> {
  if (pairs.length === 0) return { misses: 0, matches: 0, missed: [], matched: [] };
  const since = now - TRIES_COUNT_FOR;
  const numbers = join([...new Set(pairs.map(({ numberKey }) => numberKey))]);
  const names = join([...new Set(pairs.map(({ nameKey }) => nameKey))]);
  const byNumber = await query<TryPair & { kind: string; at: number }>(sql`
    SELECT number_key AS "numberKey", name_key AS "nameKey", kind AS "kind", at AS "at" FROM verification_try
    WHERE asker = ${asker} AND number_key IN (${numbers}) AND at > ${since}`);
  const byName = await query<TryPair>(sql`
    SELECT number_key AS "numberKey", name_key AS "nameKey" FROM verification_try WHERE asker = ${asker} AND name_key IN (${names}) AND kind = 'miss' AND at > ${since}`);
  const misses = await countOf(query, { asker, kind: 'miss', since });
  return {
    misses,
    matches: misses + pairs.length > MINIMUM_MISS_LIMIT ? await countOf(query, { asker, kind: 'match', since }) : 0,
    missed: [...byNumber.filter(({ kind }) => kind === 'miss'), ...byName],
    matched: byNumber
      .filter(({ kind, at }) => kind === 'match' && Number(at) > now - FRESH)
      .map(({ numberKey }) => numberKey),
  };
}

async function countOf(
  query: QueryFunction,
  { asker, kind, since }: { readonly asker: string; readonly kind: TryKind; readonly since: number },
): Promise<number> {
  const [row] = await query<{ count: number }>(
    sql`SELECT COUNT(*) AS "count" FROM verification_try WHERE asker = ${asker} AND kind = ${kind} AND at > ${since}`,
  );
  return Number(row?.count ?? 0);
}

export async function noteTries(
  tx: Transaction,
  asker: string,
  { misses, matches }: { readonly misses: readonly TryPair[]; readonly matches: readonly string[] },
): Promise<void> {
  const rows = [
    ...misses.map((pair) => ({ ...pair, asker, kind: 'miss' as const, at: tx.now })),
    ...matches.map((numberKey) => ({ numberKey, nameKey: '', asker, kind: 'match' as const, at: tx.now })),
  ];
  if (rows.length > 0) await tx.of(VerificationTry).upsert(rows, ['asker', 'numberKey', 'nameKey']);
}

/** Times of tries that no longer count, up to `most`, oldest first. */
export async function expiredTries(query: QueryFunction, now: number, most: number): Promise<{ at: number }[]> {
  return query(sql`
    SELECT at AS "at" FROM verification_try WHERE at <= ${now - TRIES_COUNT_FOR} ORDER BY at LIMIT ${most}`);
}

/** Removes `most` tries that no longer count, and others of the same moment, and returns how many are gone. */
export async function removeExpiredTries(tx: Transaction, most: number): Promise<number> {
  const last = (await expiredTries(tx.query, tx.now, most)).at(-1);
  if (!last) return 0;
  return (await tx.of(VerificationTry).delete({ at: LessThanOrEqual(Number(last.at)) })).affected ?? 0;
}
