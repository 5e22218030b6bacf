import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import { boundAsWritten, boundCount } from '../../binding/index.js';
import { STATUS_LIST_SIZE } from '../../core/index.js';
import { LogHasBeenChanged, readRegister } from '../../log/index.js';
import { StatusList } from './status-list.entity.js';

/** The next list is begun above this: random free positions are found quickly only in a list that is not full. */
export const FULL = Math.floor(STATUS_LIST_SIZE * 0.75);

/**
 * The list in which positions are drawn. It follows from the number of bound certificates, which the register's state
 * proves; a list beyond it counts only if a bound certificate has a position there. Rows of `status_place` prove
 * nothing.
 * @throws LogHasBeenChanged if the register as a whole was changed
 */
export async function newestList(query: QueryFunction, key: Uint8Array): Promise<number> {
  const { state, fault } = await readRegister(query, key);
  if (state === null || fault !== null)
    throw new LogHasBeenChanged(`the register as a whole is not what was stored last (${fault ?? 'stateGone'})`);
  return newestOf(state.bindings, async (list) => {
    const some = await sealedIn(query, list);
    return (await boundAsWritten(query, key, some)).size > 0;
  });
}

/** The same by the rows alone, without the key: for a check that also compares every row with its credential. */
export async function newestListOfRows(query: QueryFunction): Promise<number> {
  return newestOf(await boundCount(query), async (list) => (await sealedIn(query, list)).length > 0);
}

async function newestOf(bindings: number, isUsed: (list: number) => Promise<boolean>): Promise<number> {
  let list = Math.floor(bindings / FULL) + 1;
  while (await isUsed(list + 1)) list += 1;
  return list;
}

/** Some certificates with a position in a list. */
async function sealedIn(query: QueryFunction, list: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`SELECT certificate_id AS "id" FROM certificate_seal WHERE status_list = ${list} LIMIT 50`,
  );
  return rows.map(({ id }) => id);
}

/** The numbers of the lists in which positions were drawn. */
export async function listsInUse(query: QueryFunction, key: Uint8Array): Promise<number[]> {
  const lists = Array.from({ length: await newestList(query, key) }, (_, at) => at + 1);
  return lists.length === 1 && !(await isBegun(query, 1)) ? [] : lists;
}

export async function listIsInUse(query: QueryFunction, key: Uint8Array, list: number): Promise<boolean> {
  return (await isBegun(query, list)) && list <= (await newestList(query, key));
}

async function isBegun(query: QueryFunction, list: number): Promise<boolean> {
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
 * Keeps it, unless another process has kept one that is sound meanwhile;
 * answers the one that is kept, so that all serve the same bytes.
 */
export async function keepSignedList(
  tx: Transaction,
  signed: SignedList,
  isSound: (kept: SignedList) => Promise<boolean>,
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
  if (kept && kept.text !== signed.text && (await isSound(kept))) return kept;
  await tx.of(StatusList).update({ list: signed.list }, { ...signed });
  return signed;
}
