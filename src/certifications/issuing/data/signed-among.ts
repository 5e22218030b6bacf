import sql, { join } from 'sql-template-tag';
import type { Transaction } from '../../../platform/index.js';

/** Locks certificates and returns the ids of those that already have documents. */
export async function lockSignedAmong(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  // Concurrent signers meet here: the second waits for the first's row locks and finds the certificates signed.
  if (tx.isPostgres)
    await tx.query(sql`SELECT id FROM certificate WHERE id IN (${join([...ids])}) ORDER BY id FOR UPDATE`);
  const rows = await tx.query<{ id: string }>(
    sql`SELECT certificate_id AS "id" FROM certificate_seal WHERE certificate_id IN (${join([...ids])})`,
  );
  return new Set(rows.map(({ id }) => id));
}
