import sql, { join } from 'sql-template-tag';
import type { Transaction } from '../../../platform/index.js';

/** Locks certificates; returns the ids of those that have documents already. */
export async function lockSignedAmong(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  // Two that sign at once meet here: the second waits for the first's rows and finds them signed.
  if (tx.isPostgres)
    await tx.query(sql`SELECT id FROM certificate WHERE id IN (${join([...ids])}) ORDER BY id FOR UPDATE`);
  const rows = await tx.query<{ id: string }>(
    sql`SELECT certificate_id AS "id" FROM certificate_seal WHERE certificate_id IN (${join([...ids])})`,
  );
  return new Set(rows.map(({ id }) => id));
}
