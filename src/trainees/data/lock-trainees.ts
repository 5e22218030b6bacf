import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/index.js';

/**
 * Until the transaction ends, nobody else enters trainees whom it compares with those on record. SQLite has only one
 * writer anyway.
 */
export async function lockTrainees(tx: Transaction): Promise<void> {
  if (tx.isPostgres) await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('trainee', 0))`);
}
