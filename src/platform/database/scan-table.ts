import { setImmediate } from 'node:timers/promises';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Transaction } from './transaction.js';

/*
 * Reads that do not rely on an index. Somebody who writes to the database can make an index lack a row that its table
 * has, and repair it afterwards without a trace.
 */

const AT_ONCE = 2_000;
const NOTHING = raw('');
/** For SQLite: follows the name of a table. */
const NOT_INDEXED = raw('NOT INDEXED');
/** SQLite's number of a row, as text: JavaScript would round a large one. */
const PLACE = raw('CAST(rowid AS TEXT) AS "place",');
/** PostgreSQL's planner. Somebody may have stored a setting by which it reads no table as a whole. */
const WITHOUT_INDEXES = {
  enable_seqscan: 'on',
  enable_indexscan: 'off',
  enable_indexonlyscan: 'off',
  enable_bitmapscan: 'off',
} as const;

interface RowPlace {
  readonly place: string;
}

/**
 * Reads a whole table, two thousand rows at a time, in the order in which they are stored, and yields to requests after
 * each part.
 * @param select the query, without an order or a condition: `place` goes before its first column
 */
export async function scanTable<Row>(
  tx: Transaction,
  select: (place: Sql) => Sql,
  take: (rows: readonly Row[]) => void,
): Promise<void> {
  await (tx.isPostgres ? scanByCursor(tx, select(NOTHING), take) : scanByPlace(tx, select(PLACE), take));
}

async function scanByPlace<Row>(tx: Transaction, select: Sql, take: (rows: readonly Row[]) => void): Promise<void> {
  for (let after: string | undefined; ;) {
    const behind = after === undefined ? NOTHING : sql`WHERE rowid > CAST(${after} AS INTEGER)`;
    const rows: (Row & RowPlace)[] = await tx.query<Row & RowPlace>(
      sql`${select} ${NOT_INDEXED} ${behind} ORDER BY rowid LIMIT ${AT_ONCE}`,
    );
    take(rows);
    after = rows.at(-1)?.place;
    if (rows.length < AT_ONCE) return;
    await setImmediate();
  }
}

async function scanByCursor<Row>(tx: Transaction, select: Sql, take: (rows: readonly Row[]) => void): Promise<void> {
  await planWithoutIndexes(tx);
  await tx.query(sql`DECLARE scanned_table NO SCROLL CURSOR FOR ${select}`);
  for (;;) {
    const rows = await tx.query<Row>(sql`FETCH ${raw(String(AT_ONCE))} FROM scanned_table`);
    take(rows);
    if (rows.length < AT_ONCE) break;
    await setImmediate();
  }
  await tx.query(sql`CLOSE scanned_table`);
  await planAsUsual(tx);
}

/** The rows of a query that reads its tables as a whole. @param select gets what follows the name of each table */
export async function readUnindexed<Row>(tx: Transaction, select: (unindexed: Sql) => Sql): Promise<Row[]> {
  if (!tx.isPostgres) return tx.query<Row>(select(NOT_INDEXED));
  await planWithoutIndexes(tx);
  const rows = await tx.query<Row>(select(NOTHING));
  await planAsUsual(tx);
  return rows;
}

/** Until `planAsUsual`, or the end of the transaction if a query between them fails. */
async function planWithoutIndexes(tx: Transaction): Promise<void> {
  for (const [name, value] of Object.entries(WITHOUT_INDEXES)) await tx.query(raw(`SET LOCAL ${name} = ${value}`));
}

async function planAsUsual(tx: Transaction): Promise<void> {
  for (const name of Object.keys(WITHOUT_INDEXES)) await tx.query(raw(`SET LOCAL ${name} TO DEFAULT`));
}
