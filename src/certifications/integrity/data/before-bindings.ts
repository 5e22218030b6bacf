import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { issuanceById, type IssuanceRow, type ItemRow, itemsOf } from '../../issuing/index.js';

/** The next certificates by id, up to the given number. */
export async function certificateIdsAfter(query: QueryFunction, id: string, most: number): Promise<string[]> {
  return (
    await query<{ id: string }>(sql`SELECT id AS "id" FROM certificate WHERE id > ${id} ORDER BY id LIMIT ${most}`)
  ).map((row) => row.id);
}

export async function certificateCount(query: QueryFunction): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM certificate`);
  return Number(row?.count ?? 0);
}

/** Numbers among these that are recorded as issued. */
export async function issuedNumbers(query: QueryFunction, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await query<{ number: string }>(
    sql`SELECT number AS "number" FROM drawn_number WHERE number IN (${join(numbers)}) AND state = 'issued'`,
  );
  return new Set(rows.map(({ number }) => number));
}

export interface OpenIssuance {
  readonly issuance: IssuanceRow;
  readonly items: readonly ItemRow[];
}

/** Issues that still have certificates to issue. */
export async function openIssuances(query: QueryFunction): Promise<OpenIssuance[]> {
  const open: OpenIssuance[] = [];
  for (const id of await openIssuanceIds(query)) {
    const issuance = await openIssuance(query, id);
    if (issuance) open.push(issuance);
  }
  return open;
}

export async function openIssuanceIds(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`SELECT DISTINCT issuance_id AS "id" FROM issuance_item WHERE state = 'waiting'`,
  );
  return rows.map(({ id }) => id);
}

/** @throws SyntaxError if its stored data is no longer JSON */
export async function openIssuance(query: QueryFunction, id: string): Promise<OpenIssuance | null> {
  const issuance = await issuanceById(query, id);
  return issuance && { issuance, items: await itemsOf(query, id, { state: 'waiting' }) };
}
