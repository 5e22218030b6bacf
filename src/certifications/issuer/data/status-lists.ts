import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import { StatusList } from './status-list.entity.js';

/**
 * The list in which places are given away: the last of those that follow each other from the first on. A row of any
 * other list somebody has put in; SQLite takes even one whose list is no number.
 */
export async function newestList(query: QueryFunction): Promise<number> {
  const [row] = await query<{ list: number }>(sql`
    WITH RECURSIVE begun (list) AS (
      SELECT 1 UNION ALL
      SELECT b.list + 1 FROM begun b WHERE EXISTS (SELECT 1 FROM status_place p WHERE p.status_list = b.list + 1))
    SELECT MAX(list) AS "list" FROM begun`);
  return Number(row?.list ?? 1);
}

/** The numbers of the lists in which places were given away. */
export async function listsInUse(query: QueryFunction): Promise<number[]> {
  const lists = Array.from({ length: await newestList(query) }, (_, at) => at + 1);
  return lists.length === 1 && !(await listIsInUse(query, 1)) ? [] : lists;
}

export async function listIsInUse(query: QueryFunction, list: number): Promise<boolean> {
  return (await query(sql`SELECT 1 AS "one" FROM status_place WHERE status_list = ${list} LIMIT 1`)).length > 0;
}

/**
 * Searches the few ended certificates first, by their own index; without the unary plus SQLite would read the whole
 * list at every request.
 */
const endedIn = (list: number): Sql =>
  sql`FROM certificate k JOIN certificate_seal s ON s.certificate_id = k.id WHERE k.state <> 'valid' AND +s.status_list = ${list}`;

export async function endedCount(query: QueryFunction, list: number): Promise<number> {
  const [row] = await query<{ ended: number }>(sql`SELECT COUNT(*) AS "ended" ${endedIn(list)}`);
  return Number(row?.ended ?? 0);
}

export interface SignedList {
  readonly list: number;
  readonly ended: number;
  readonly signedBy: string;
  readonly signedAt: number;
  readonly text: string;
}

export async function signedList(query: QueryFunction, list: number): Promise<SignedList | null> {
  const [row] = await query<SignedList>(
    sql`SELECT list AS "list", ended AS "ended", signed_by AS "signedBy", signed_at AS "signedAt", text AS "text" FROM status_list WHERE list = ${list}`,
  );
  return row ? { ...row, signedAt: Number(row.signedAt) } : null;
}

/**
 * Keeps it, unless another process has kept one that holds meanwhile;
 * answers the one that is kept, so that all serve the same bytes.
 */
export async function keepSignedList(
  tx: Transaction,
  signed: SignedList,
  holds: (kept: SignedList) => boolean,
): Promise<SignedList> {
  await tx
    .of(StatusList)
    .createQueryBuilder()
    .insert()
    .values({ ...signed })
    .orIgnore()
    .execute();
  if (tx.isPostgres) await tx.query(sql`SELECT list FROM status_list WHERE list = ${signed.list} FOR UPDATE`);
  const kept = await signedList(tx.query, signed.list);
  if (kept && holds(kept)) return kept;
  await tx.of(StatusList).update({ list: signed.list }, { ...signed });
  return signed;
}
