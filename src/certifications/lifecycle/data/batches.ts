import sql from 'sql-template-tag';
import { type QueryFunction, type Refusal, storedList } from '../../../platform/index.js';
import type { RevocationClass } from '../../core/index.js';
import type { BatchKind, ItemState } from '../domain/batches.js';

export interface BatchRow {
  readonly id: string;
  readonly kind: BatchKind;
  readonly reasonClass: RevocationClass | null;
  readonly reason: string | null;
  readonly createdAt: number;
  readonly createdByName: string;
}

export async function batchById(query: QueryFunction, id: string): Promise<BatchRow | null> {
  const [row] = await query<BatchRow>(sql`
    SELECT id AS "id", kind AS "kind", reason_class AS "reasonClass", reason AS "reason", created_at AS "createdAt", created_by_name AS "createdByName"
    FROM certificate_batch WHERE id = ${id}`);
  return row ? { ...row, createdAt: Number(row.createdAt) } : null;
}

export interface BatchItemRow {
  readonly id: string;
  readonly certificateId: string;
  readonly number: string;
  readonly recipientName: string;
  readonly state: ItemState;
  readonly refusals: readonly Refusal[];
  readonly resultId: string | null;
  readonly resultNumber: string | null;
}

/** Items with their outcome, in the order of selection. */
export async function batchItems(query: QueryFunction, batchId: string): Promise<BatchItemRow[]> {
  const rows = await query<Omit<BatchItemRow, 'refusals'> & { refusals: string | null }>(sql`
    SELECT i.id AS "id", i.certificate_id AS "certificateId", k.number AS "number", k.recipient_name AS "recipientName", i.state AS "state", i.refusals AS "refusals",
      i.result_id AS "resultId", n.number AS "resultNumber"
    FROM certificate_batch_item i JOIN certificate k ON k.id = i.certificate_id LEFT JOIN certificate n ON n.id = i.result_id
    WHERE i.batch_id = ${batchId} ORDER BY i.place`);
  return rows.map((row) => ({
    ...row,
    refusals: row.refusals === null ? [] : storedList<Refusal>(row.refusals),
  }));
}

/** How many of a batch are done or refused. */
export async function countSettledOfBatch(query: QueryFunction, batchId: string): Promise<number> {
  const [counted] = await query<{ done: number }>(
    sql`SELECT COUNT(*) AS "done" FROM certificate_batch_item WHERE batch_id = ${batchId} AND state <> 'waiting'`,
  );
  return Number(counted?.done ?? 0);
}
