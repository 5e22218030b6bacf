import sql, { empty, join, type Sql } from 'sql-template-tag';
import { everyRow, type QueryFunction, type Rows, rowsInOrder, type Transaction } from '../../../platform/index.js';
import type { VerificationVerdict } from '../../core/index.js';
import { type Cell, macHolds, macOf, storedNumber } from '../../log/index.js';
import { boundCheck, KEPT_CHECK, type KeptCheck } from './kept-check.js';
import { VerificationRecord } from './verification-record.entity.js';

/** A line of an employer's history, as stored. */
export interface StoredLine extends KeptCheck {
  readonly batchId: string | null;
  readonly line: number | null;
  readonly mac: string | null;
  /** The cells that the MAC covers. */
  readonly bound: readonly Cell[];
}

/** Whether a line is unaltered. */
export function isCheckBound(key: Uint8Array, { bound: cells, mac }: StoredLine): boolean {
  return mac !== null && macHolds(key, KEPT_CHECK, { cells, mac });
}

/** Binds lines again as they are now and returns their number; lines from before lines were bound stay unbound. */
export async function bindChecksAnew(tx: Transaction, key: Uint8Array, lines: readonly StoredLine[]): Promise<number> {
  const bound = lines.filter(({ mac }) => mac !== null);
  for (const { id, bound: cells } of bound)
    await tx.of(VerificationRecord).update({ id }, { mac: macOf(key, KEPT_CHECK, cells) });
  return bound.length;
}

export interface HistoryFilter {
  readonly q: string;
  readonly verdict: string | null;
  readonly kind: string | null;
  /** Epoch milliseconds; `from` is included, `until` is not. */
  readonly from: number | null;
  readonly until: number | null;
  readonly batchId: string | null;
}

export const EVERYTHING: HistoryFilter = { q: '', verdict: null, kind: null, from: null, until: null, batchId: null };

/** One page of history: newest first, or in the order of the list (`inOrder`). */
export function history(
  query: QueryFunction,
  where: Sql,
  { limit, offset, inOrder = false }: { readonly limit: number; readonly offset: number; readonly inOrder?: boolean },
): Promise<StoredLine[]> {
  return lines(
    query,
    sql`WHERE ${where} ORDER BY ${inOrder ? sql`line` : sql`at DESC, id DESC`} LIMIT ${limit} OFFSET ${offset}`,
  );
}

/** A few milliseconds of checking. */
const PART = 100;
const PART_OF_ALL = 500;

/** Yields the newest `most` lines in parts; between parts the caller yields to requests. */
export async function* historyParts(
  query: QueryFunction,
  where: Sql,
  most: number,
): AsyncGenerator<readonly StoredLine[]> {
  const parts = rowsInOrder<StoredAnswer>(query, { ...LINES, where, atOnce: PART, order: sql`at DESC, id DESC`, most });
  for await (const some of parts) yield some.map(lineOf);
}

/** History of all employers, in no order. */
export async function* allHistory(query: QueryFunction): AsyncGenerator<readonly StoredLine[]> {
  for await (const some of everyRow<StoredAnswer>(query, { ...LINES, atOnce: PART_OF_ALL })) yield some.map(lineOf);
}

/** For programs: lines older than `after`, newest first. */
export function historyAfter(
  query: QueryFunction,
  employerId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<StoredLine[]> {
  return lines(
    query,
    sql`WHERE employer_id = ${employerId} ${after === null ? empty : sql`AND id < ${after}`} ORDER BY id DESC LIMIT ${limit}`,
  );
}

export async function countHistory(query: QueryFunction, where: Sql): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM verification_record WHERE ${where}`);
  return Number(row?.count ?? 0);
}

/** Number of rows for each verdict. */
export async function verdictsIn(query: QueryFunction, where: Sql): Promise<ReadonlyMap<VerificationVerdict, number>> {
  const rows = await query<{ verdict: VerificationVerdict; count: number }>(
    sql`SELECT verdict AS "verdict", COUNT(*) AS "count" FROM verification_record WHERE ${where} GROUP BY verdict`,
  );
  return new Map(rows.map(({ verdict, count }) => [verdict, Number(count)]));
}

/** SQL condition for a filter on an employer's history. */
export function historyCondition(employerId: string, { q, verdict, kind, from, until, batchId }: HistoryFilter): Sql {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return join(
    [
      sql`employer_id = ${employerId}`,
      ...(batchId === null ? [] : [sql`batch_id = ${batchId}`]),
      ...(verdict === null ? [] : [sql`verdict = ${verdict}`]),
      ...(kind === null ? [] : [sql`kind = ${kind}`]),
      ...(from === null ? [] : [sql`at >= ${from}`]),
      ...(until === null ? [] : [sql`at < ${until}`]),
      ...(q === ''
        ? []
        : [
            sql`(lower(asked_number) LIKE ${like} ESCAPE '!' OR lower(asked_name) LIKE ${like} ESCAPE '!' OR lower(purpose) LIKE ${like} ESCAPE '!')`,
          ]),
    ],
    ' AND ',
  );
}

type StoredAnswer = Omit<StoredLine, 'bound'>;

const LINES = {
  key: 'v.id',
  columns: sql`id AS "id", at AS "at", kind AS "kind", employer_id AS "employerId", certificate_id AS "certificateId", batch_id AS "batchId", line AS "line",
      asked_number AS "askedNumber", asked_name AS "askedName", verdict AS "verdict", checks AS "checks", purpose AS "purpose",
      asked_by_name AS "askedByName", withheld AS "withheld", reason AS "reason", mac AS "mac"`,
  from: sql`FROM verification_record v`,
} as const satisfies Omit<Rows, 'atOnce'>;

async function lines(query: QueryFunction, rest: Sql): Promise<StoredLine[]> {
  return (await query<StoredAnswer>(sql`SELECT ${LINES.columns} ${LINES.from} ${rest}`)).map(lineOf);
}

function lineOf(stored: StoredAnswer): StoredLine {
  return { ...stored, at: Number(stored.at), bound: boundCheck({ ...stored, at: storedNumber(stored.at) }) };
}
