import sql, { join } from 'sql-template-tag';
import {
  type QueryFunction,
  readUnindexed,
  refuse,
  refused,
  type Refused,
  type Transaction,
} from '../../../platform/index.js';
import { canonical, type NumberPattern, type NumberState, type VoidReason } from '../../core/index.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';
import { DrawnNumber } from './drawn-number.entity.js';

const AT_ONCE = 400;
/** Numbers looked for while a table is read once. */
const MOST_IN_A_PASS = 10_000;

interface NewNumber {
  readonly number: string;
  readonly sequence: number;
}

interface NumberRequest {
  readonly year: number;
  readonly count: number;
  readonly level?: string;
  /** Whether a certificate was bound with one of these numbers, whatever the tables say of them. */
  readonly isAnyBound: (numbers: readonly string[]) => Promise<boolean>;
}

/**
 * Draws and reserves new numbers, in order. `numbersExhausted`: the pattern has none left this year. `sequenceAltered`:
 * the series does not go on behind the last number that was drawn, or a number that it gives belongs to a certificate,
 * so somebody has written into the database.
 */
export async function drawNumbers(
  tx: Transaction,
  pattern: NumberPattern,
  { year, count, level, isAnyBound }: NumberRequest,
): Promise<string[] | Refused<IssuingRefusalCode>> {
  const drawn: NewNumber[] = [];
  const scope = pattern.scope(year, level);
  let next = await lockedNext(tx, scope);
  const altered = refused<IssuingRefusalCode>(refuse('sequenceAltered', { series: pattern.shape(year, level) }));
  if (!Number.isSafeInteger(next) || next < 1 || next !== (await lastDrawn(tx, scope)) + 1) return altered;
  while (drawn.length < count) {
    const first = next;
    next += count - drawn.length;
    if (next - 1 > pattern.lastSequence) return refused<IssuingRefusalCode>(refuse('numbersExhausted'));
    const fresh = Array.from({ length: next - first }, (_, at): NewNumber => ({
      number: pattern.print(year, first + at, level),
      sequence: first + at,
    }));
    drawn.push(...(await withoutTaken(tx, fresh)));
  }
  if (await isAnyBound(drawn.map(({ number }) => number))) return altered;
  await tx.query(sql`UPDATE number_sequence SET next = ${next} WHERE scope = ${scope}`);
  for (let from = 0; from < drawn.length; from += AT_ONCE) {
    await tx.of(DrawnNumber).insert(
      drawn.slice(from, from + AT_ONCE).map(({ number, sequence }) => ({
        numberKey: canonical(number),
        number,
        scope,
        sequence,
        state: 'reserved' as const,
        reason: null,
        actorName: tx.actor.name,
        drawnAt: tx.now,
        settledAt: null,
      })),
    );
  }
  return drawn.map(({ number }) => number);
}

/** What the series says of its next number, locked until the transaction ends; `1`: it begins. */
async function lockedNext(tx: Transaction, scope: string): Promise<number> {
  const [row] = await tx.query<{ next: unknown }>(sql`
    INSERT INTO number_sequence (scope, next) VALUES (${scope}, 1)
    ON CONFLICT (scope) DO UPDATE SET next = number_sequence.next RETURNING next AS "next"`);
  return Number(row?.next);
}

/** The largest that was written down when it was drawn; `0`: none. */
async function lastDrawn(tx: Transaction, scope: string): Promise<number> {
  const [row] = await readUnindexed<{ last: unknown }>(
    tx,
    (unindexed) => sql`SELECT MAX(sequence) AS "last" FROM drawn_number ${unindexed} WHERE scope = ${scope}`,
  );
  return Number(row?.last ?? 0);
}

/** Settles reserved numbers; already settled ones stay as they are. */
export async function settleNumbers(
  tx: Transaction,
  numbers: readonly string[],
  { state, reason = null }: { readonly state: Exclude<NumberState, 'reserved'>; readonly reason?: VoidReason | null },
): Promise<void> {
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const keys = numbers.slice(from, from + AT_ONCE).map(canonical);
    await tx.query(
      sql`UPDATE drawn_number SET state = ${state}, reason = ${reason}, settled_at = ${tx.now} WHERE state = 'reserved' AND number_key IN (${join(keys)})`,
    );
  }
}

/** Numbers among these that are still reserved. */
export async function reservedAmong(query: QueryFunction, numbers: readonly string[]): Promise<string[]> {
  const reserved: string[] = [];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const keys = join(numbers.slice(from, from + AT_ONCE).map(canonical));
    const rows = await query<{ number: string }>(
      sql`SELECT number AS "number" FROM drawn_number WHERE state = 'reserved' AND number_key IN (${keys})`,
    );
    reserved.push(...rows.map(({ number }) => number));
  }
  return reserved;
}

/**
 * A changed pattern may produce numbers already used by an earlier one: skip those. What was drawn is read without an
 * index.
 */
async function withoutTaken(tx: Transaction, numbers: readonly NewNumber[]): Promise<NewNumber[]> {
  const keys = numbers.map(({ number }) => canonical(number));
  const taken: { readonly key: string }[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = join(keys.slice(from, from + AT_ONCE));
    taken.push(
      ...(await tx.query<{ key: string }>(
        sql`SELECT number_key AS "key" FROM certificate WHERE number_key IN (${some})`,
      )),
    );
  }
  for (let from = 0; from < keys.length; from += MOST_IN_A_PASS) {
    const some = join(keys.slice(from, from + MOST_IN_A_PASS));
    taken.push(
      ...(await readUnindexed<{ key: string }>(
        tx,
        (unindexed) => sql`SELECT number_key AS "key" FROM drawn_number ${unindexed} WHERE number_key IN (${some})`,
      )),
    );
  }
  const used = new Set(taken.map(({ key }) => key));
  return numbers.filter(({ number }) => !used.has(canonical(number)));
}
