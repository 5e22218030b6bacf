import sql, { join } from 'sql-template-tag';
import { In } from 'typeorm';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import { type Cell, macHolds, macOf } from '../../log/index.js';
import { type BoundKind, RecordBinding } from './record-binding.entity.js';

/** A record to bind: its id and the covered columns. */
export interface Bindable {
  readonly id: string;
  readonly cells: readonly Cell[];
}

const AT_ONCE = 300;

/** What binds a record. */
export function bindingOf(key: Uint8Array, kind: BoundKind, { id, cells }: Bindable): RecordBinding {
  return { kind, id, mac: macOf(key, kind, [id, ...cells]) };
}

/** Binds records, including those bound before, and returns the bindings. */
export async function bindRecords(
  tx: Transaction,
  key: Uint8Array,
  { kind, records }: { readonly kind: BoundKind; readonly records: readonly Bindable[] },
): Promise<RecordBinding[]> {
  const bound: RecordBinding[] = [];
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const rows = records.slice(from, from + AT_ONCE).map((one) => bindingOf(key, kind, one));
    await tx.of(RecordBinding).upsert(rows, ['kind', 'id']);
    bound.push(...rows);
  }
  return bound;
}

export async function unbindRecords(tx: Transaction, kind: BoundKind, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await tx.of(RecordBinding).delete({ kind, id: In(ids.slice(from, from + AT_ONCE)) });
}

/** Whether a record was bound, whatever has become of it. */
export async function wasRecordBound(query: QueryFunction, kind: BoundKind, id: string): Promise<boolean> {
  const rows = await query(sql`SELECT 1 AS "one" FROM record_binding WHERE kind = ${kind} AND id = ${id}`);
  return rows.length > 0;
}

/** Ids among these that have a binding, whether it matches or not. */
export async function recordsBound(query: QueryFunction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const bound = new Set<string>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await query<{ id: string }>(
      sql`SELECT id AS "id" FROM record_binding WHERE id IN (${join(ids.slice(from, from + AT_ONCE))})`,
    );
    for (const { id } of rows) bound.add(id);
  }
  return bound;
}

/** Ids of the records that match their bindings. */
export async function boundAmong(
  query: QueryFunction,
  key: Uint8Array,
  { kind, records }: { readonly kind: BoundKind; readonly records: readonly Bindable[] },
): Promise<Set<string>> {
  const holding = new Set<string>();
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const some = records.slice(from, from + AT_ONCE);
    const rows = await query<{ id: string; mac: string }>(sql`
      SELECT id AS "id", mac AS "mac" FROM record_binding WHERE kind = ${kind} AND id IN (${join(some.map(({ id }) => id))})`);
    const macs = new Map(rows.map(({ id, mac }) => [id, mac]));
    for (const { id, cells } of some)
      if (macHolds(key, kind, { cells: [id, ...cells], mac: macs.get(id) ?? '' })) holding.add(id);
  }
  return holding;
}
