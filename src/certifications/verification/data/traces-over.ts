import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { overBefore } from '../../core/index.js';

/** Ids of looks, the oldest first. */
export const looksOver = (query: QueryFunction, now: number, most: number): Promise<string[]> =>
  ids(
    query,
    sql`SELECT id AS "id" FROM certificate_view WHERE at < ${overBefore('looks', now)} ORDER BY at LIMIT ${most}`,
  );

/** References of receipts, the oldest first. */
export const receiptsOver = (query: QueryFunction, now: number, most: number): Promise<string[]> =>
  ids(
    query,
    sql`SELECT reference AS "id" FROM verification_receipt WHERE at < ${overBefore('receipts', now)} ORDER BY at LIMIT ${most}`,
  );

/** Ids of questions that belong to no list, the oldest first: those that found nothing are over sooner. */
export const checksOver = (query: QueryFunction, now: number, most: number): Promise<string[]> =>
  ids(
    query,
    sql`
  SELECT id AS "id" FROM verification_record WHERE batch_id IS NULL AND at < ${overBefore('misses', now)} AND (certificate_id IS NULL OR at < ${overBefore('checks', now)})
  ORDER BY at LIMIT ${most}`,
  );

/** Employers' lists, the oldest first. */
export const listsOver = (
  query: QueryFunction,
  now: number,
  most: number,
): Promise<{ readonly id: string; readonly jobId: string }[]> =>
  query(
    sql`SELECT id AS "id", job_id AS "jobId" FROM verification_batch WHERE created_at < ${overBefore('lists', now)} ORDER BY created_at LIMIT ${most}`,
  );

async function ids(query: QueryFunction, rows: Sql): Promise<string[]> {
  return (await query<{ id: string }>(rows)).map(({ id }) => id);
}
