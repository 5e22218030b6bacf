import sql, { join } from 'sql-template-tag';
import { countOf, everyRow, type QueryFunction } from '../../../platform/index.js';
import { issuanceById, type IssuanceRow, type ItemRow, itemsOf } from '../../issuing/index.js';

/** The ids of all certificates, in parts of the given size. */
export async function* certificateIds(query: QueryFunction, atOnce: number): AsyncGenerator<string[]> {
  const parts = everyRow<{ id: string }>(query, {
    key: 'k.id',
    columns: sql`k.id AS "id"`,
    from: sql`FROM certificate k`,
    atOnce,
  });
  for await (const some of parts) yield some.map(({ id }) => id);
}

export function certificateCount(query: QueryFunction): Promise<number> {
  return countOf(query, sql`FROM certificate`);
}

/** Numbers and ids, as text, of all certificates in one read without parts. */
export function numbersOfCertificates(query: QueryFunction): Promise<{ id: string; number: string }[]> {
  return query(sql`SELECT CAST(id AS TEXT) AS "id", number AS "number" FROM certificate`);
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
