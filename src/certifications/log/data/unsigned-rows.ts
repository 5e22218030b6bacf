import sql, { join, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../../platform/index.js';
import type { RegisterReading } from './register-state.js';

/**
 * Hashes of a log whose head is `h`: one of each level for every `256 ** level` entries; above the last level there are
 * none. Numbers stand in the text because SQLite would divide parameters as fractions.
 */
export const SIGNED_HASHES: readonly { readonly level: Sql; readonly count: Sql }[] = [
  { level: sql`0`, count: sql`h.size` },
  { level: sql`1`, count: sql`h.size / 256` },
  { level: sql`2`, count: sql`h.size / 65536` },
  { level: sql`3`, count: sql`h.size / 16777216` },
];

/**
 * Removes entries and hashes that belong to no entry up to the signed head. Somebody has put them into the database,
 * where they stand in the way of the next entries. Removes nothing unless the register's state confirms the head.
 * Returns the number of rows removed.
 */
export async function removeUnsignedRows(tx: Transaction, { state, fault, size }: RegisterReading): Promise<number> {
  if (state === null || (fault !== null && fault !== 'entriesGone')) return 0;
  const signed = SIGNED_HASHES.map(
    ({ level, count }) =>
      sql`(level = ${level} AND position >= 0 AND position < ${count} AND position = CAST(position AS INTEGER))`,
  );
  const entry = sql`position < 0 OR position >= ${size}`;
  const hash = sql`NOT EXISTS (SELECT 1 FROM log_head h WHERE ${join(signed, ' OR ')})`;
  const [row] = await tx.query<{ entries: number; hashes: number }>(sql`
    SELECT (SELECT COUNT(*) FROM log_entry WHERE ${entry}) AS "entries", (SELECT COUNT(*) FROM log_hash WHERE ${hash}) AS "hashes"`);
  await tx.query(sql`DELETE FROM log_entry WHERE ${entry}`);
  await tx.query(sql`DELETE FROM log_hash WHERE ${hash}`);
  return Number(row?.entries ?? 0) + Number(row?.hashes ?? 0);
}
