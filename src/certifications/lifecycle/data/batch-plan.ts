import sql from 'sql-template-tag';
import { type Actor, type JobState, type QueryFunction, storedObject } from '../../../platform/index.js';
import type { Bindable } from '../../binding/index.js';
import { storedNumber } from '../../log/index.js';
import type { BatchRow } from './batches.js';
import type { CertificateBatchItem } from './certificate-batch.entities.js';

/** What a batch is to do, and who has begun it. */
export interface BatchPlan extends Pick<BatchRow, 'id' | 'kind' | 'reasonClass' | 'reason'> {
  readonly jobId: string | null;
  /** As its job has it; `null`: it has none. */
  readonly startedBy: Actor | null;
  readonly isStopped: boolean;
  readonly isJobDone: boolean;
  /** As it is bound. */
  readonly bound: Bindable;
  /** What waits, in the order in which it was chosen. */
  readonly waiting: readonly WaitingItem[];
}

export interface WaitingItem {
  readonly id: string;
  readonly certificateId: string;
  /** Of the certificate; `null`: it is gone. */
  readonly number: string | null;
  /** Fingerprint of what was shown of it; `null`: it was altered then, or the batch is older than this. */
  readonly seen: string | null;
  /** As it is bound. */
  readonly bound: Bindable;
}

interface StoredBatch extends BatchRow {
  readonly jobId: string | null;
  readonly actor: string | null;
  readonly jobState: JobState | null;
}

export async function batchPlan(query: QueryFunction, id: string): Promise<BatchPlan | null> {
  const [row] = await query<StoredBatch>(sql`
    SELECT b.id AS "id", b.kind AS "kind", b.reason_class AS "reasonClass", b.reason AS "reason", b.created_at AS "createdAt", b.created_by_name AS "createdByName",
      b.job_id AS "jobId", j.actor AS "actor", j.state AS "jobState"
    FROM certificate_batch b LEFT JOIN job j ON j.id = b.job_id WHERE b.id = ${id}`);
  if (!row) return null;
  const { kind, reasonClass, reason, jobId, actor, jobState } = row;
  return {
    id,
    kind,
    reasonClass,
    reason,
    jobId,
    startedBy: actor === null ? null : storedObject<Actor>(actor),
    isStopped: jobState === 'stopped',
    isJobDone: jobState === 'done',
    bound: boundBatch({ ...row, createdAt: storedNumber(row.createdAt) }),
    waiting: await waitingItems(query, id),
  };
}

export async function openBatchIds(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`SELECT DISTINCT batch_id AS "id" FROM certificate_batch_item WHERE state = 'waiting'`,
  );
  return rows.map(({ id }) => id);
}

/** The items of a batch with the numbers of their certificates, whatever has become of them. */
export async function batchItemsOf(query: QueryFunction, batchId: string): Promise<BatchItemNumber[]> {
  return query<BatchItemNumber>(sql`
    SELECT i.id AS "id", COALESCE(k.number, CAST(i.certificate_id AS text)) AS "number"
    FROM certificate_batch_item i LEFT JOIN certificate k ON k.id = i.certificate_id
    WHERE i.batch_id = ${batchId} ORDER BY i.place`);
}

interface BatchItemNumber {
  readonly id: string;
  readonly number: string;
}

/**
 * Who began it counts as well; whether somebody has stopped it is in the register's state.
 * @param actor the text that is stored
 */
export function boundBatch({ id, ...batch }: Omit<StoredBatch, 'jobState'>): Bindable {
  const { kind, reasonClass, reason, createdAt, createdByName, jobId, actor } = batch;
  return { id, cells: [kind, reasonClass, reason, createdAt, createdByName, jobId, actor] };
}

export function boundBatchItem({ id, batchId, place, certificateId, seen }: BoundItem): Bindable {
  return { id, cells: [batchId, place, certificateId, ...(seen === null ? [] : [seen])] };
}

type BoundItem = Pick<CertificateBatchItem, 'id' | 'batchId' | 'place' | 'certificateId' | 'seen'>;

async function waitingItems(query: QueryFunction, batchId: string): Promise<WaitingItem[]> {
  const rows = await query<BoundItem & { readonly number: string | null }>(sql`
    SELECT i.id AS "id", i.batch_id AS "batchId", i.place AS "place", i.certificate_id AS "certificateId", i.seen AS "seen", k.number AS "number"
    FROM certificate_batch_item i LEFT JOIN certificate k ON k.id = i.certificate_id
    WHERE i.batch_id = ${batchId} AND i.state = 'waiting' ORDER BY i.place`);
  return rows.map((row) => ({
    id: row.id,
    certificateId: row.certificateId,
    number: row.number,
    seen: row.seen,
    bound: boundBatchItem(row),
  }));
}
