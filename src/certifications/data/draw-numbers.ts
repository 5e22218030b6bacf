import sql, { join } from 'sql-template-tag';
import type { Transaction } from '../../platform/index.js';
import { canonical } from '../domain/check-character.js';
import type { NumberPattern } from '../domain/number-pattern.js';

/** As many new numbers as asked for, in order; `level`: the level's digit; `null` where the pattern has no more for this year. */
export async function drawNumbers(tx: Transaction, pattern: NumberPattern, { year, count, level }: { readonly year: number; readonly count: number; readonly level?: string }): Promise<string[] | null> {
  const drawn: string[] = [];
  while (drawn.length < count) {
    const wanted = count - drawn.length;
    const [row] = await tx.rows<{ next: number }>(sql`
      INSERT INTO number_sequence (scope, next) VALUES (${pattern.scope(year, level)}, ${wanted + 1})
      ON CONFLICT (scope) DO UPDATE SET next = number_sequence.next + ${wanted} RETURNING next AS "next"`);
    const next = Number(row?.next ?? 0);
    if (next - 1 > pattern.lastSequence) return null;
    drawn.push(...(await withoutTaken(tx, Array.from({ length: wanted }, (_, at) => pattern.print(year, next - wanted + at, level)))));
  }
  return drawn;
}

/** A changed pattern may come upon numbers of an earlier one: those are left out. */
async function withoutTaken(tx: Transaction, numbers: readonly string[]): Promise<string[]> {
  const taken = await tx.rows<{ key: string }>(sql`SELECT number_key AS "key" FROM certificate WHERE number_key IN (${join(numbers.map(canonical))})`);
  const keys = new Set(taken.map(({ key }) => key));
  return numbers.filter((number) => !keys.has(canonical(number)));
}
