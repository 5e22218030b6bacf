import sql, { join } from 'sql-template-tag';
import { type QueryFunction, fingerprint, type Transaction } from '../../../platform/index.js';
import { MISSES_IN_ANY_CASE, TRIES_COUNT_FOR, type TriesBefore, type TryKind, type TryPair } from '../domain/tries.js';
import { VerificationTry } from './verification-try.entity.js';

/** A match that was noted less long ago is not noted anew: a list sent daily need not write each row each day. */
const FRESH = TRIES_COUNT_FOR / 2;

/** Who asks: an employer, whichever way it asks, or a network address. */
export type Asker = { readonly employerId: string } | { readonly address: string };

export function askerOf(asker: Asker): string {
  return 'employerId' in asker ? `employer:${asker.employerId}` : `address:${fingerprint(asker.address)}`;
}

/**
 * One after the other for each asker, until the transaction ends: two that count at once would both tell.
 * SQLite has one writer, whose turn it is already.
 */
export async function lockTries(tx: Transaction, asker: string): Promise<void> {
  if (tx.isPostgres) await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${asker}, 0))`);
}

/**
 * What the asker tried that has to do with these questions: a few queries, however many questions and tries there are.
 */
export async function triesBefore(
  query: QueryFunction,
  asker: string,
  { pairs, now }: { readonly pairs: readonly TryPair[]; readonly now: number },
): Promise<TriesBefore> {
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
    matches: misses + pairs.length > MISSES_IN_ANY_CASE ? await countOf(query, { asker, kind: 'match', since }) : 0,
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

/** Tries that count no more, at most so many. */
export async function triesOver(
  query: QueryFunction,
  now: number,
  most: number,
): Promise<(TryPair & { asker: string })[]> {
  return query(sql`
    SELECT asker AS "asker", number_key AS "numberKey", name_key AS "nameKey" FROM verification_try
    WHERE at <= ${now - TRIES_COUNT_FOR} ORDER BY at LIMIT ${most}`);
}

/** Removes tries that count no more, at most so many. Answers how many. */
export async function removeTriesOver(tx: Transaction, most: number): Promise<number> {
  const over = await triesOver(tx.query, tx.now, most);
  if (over.length > 0)
    await tx.of(VerificationTry).remove(over.map((one) => Object.assign(new VerificationTry(), one)));
  return over.length;
}
