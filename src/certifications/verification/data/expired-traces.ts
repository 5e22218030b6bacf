import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { overBefore } from '../../core/index.js';

/** Ids of views, oldest first. */
export const expiredViews = (query: QueryFunction, now: number, most: number): Promise<string[]> =>
  ids(
    query,
    sql`SELECT id AS "id" FROM certificate_view WHERE at < ${overBefore('looks', now)} ORDER BY at LIMIT ${most}`,
  );

/** References, oldest first. */
export const expiredReceipts = (query: QueryFunction, now: number, most: number): Promise<string[]> =>
  ids(
    query,
    sql`SELECT reference AS "id" FROM verification_receipt WHERE at < ${overBefore('receipts', now)} ORDER BY at LIMIT ${most}`,
  );

/** Ids of checks outside lists, oldest first. Checks that found nothing expire sooner. */
export const expiredChecks = (query: QueryFunction, now: number, most: number): Promise<string[]> =>
  ids(
    query,
    sql`
  SELECT id AS "id" FROM verification_record WHERE batch_id IS NULL AND at < ${overBefore('misses', now)} AND (certificate_id IS NULL OR at < ${overBefore('checks', now)})
  ORDER BY at LIMIT ${most}`,
  );

/** Oldest first. */
export const expiredLists = (
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
