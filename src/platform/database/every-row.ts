import sql, { empty, join, raw, Sql } from 'sql-template-tag';
import type { QueryFunction } from './read-database.js';

/** All rows of a table, or those that `where` leaves. */
export interface Rows {
  /** Alias and primary key of the table: `k.id`. */
  readonly key: string;
  /** `k.number AS "number", …` */
  readonly columns: Sql;
  /** `FROM certificate k LEFT JOIN …`; a join finds at most one row for each. */
  readonly from: Sql;
  readonly where?: Sql;
  /** Number of rows in a part. */
  readonly atOnce: number;
}

/** The database returned rows of a part before, so that a walk over all rows would never end. */
export class RowsOutOfOrder extends Error {}

/** A row with its key as text, and with whether it comes after the part before, `1` or `0`. */
type OrderedRow<Row> = Row & { readonly rowKey: string; readonly isAfter: number };

/**
 * Walks over all rows in parts, each row once, whatever somebody has written into them. The order is the one that the
 * database itself gives: on SQLite the row's own number, because a key column may contain a number, a blob or a text
 * that is no UTF-8, which this program cannot repeat exactly; on PostgreSQL the key. The first part has no lower bound,
 * and only SQL compares. Rows that are added meanwhile may be left out.
 * @throws RowsOutOfOrder instead of going on for ever
 */
export async function* everyRow<Row extends object>(query: QueryFunction, rows: Rows): AsyncGenerator<readonly Row[]> {
  for (let last: string | null = null; ;) {
    const some: OrderedRow<Row>[] = await query<OrderedRow<Row>>(
      eachDatabase(rows.key, (key) => partAfter(last, key, rows)),
    );
    if (some.some(({ isAfter }) => Number(isAfter) !== 1)) throw new RowsOutOfOrder(`rows by ${rows.key}`);
    if (some.length > 0) yield some.map(withoutPlace);
    if (some.length < rows.atOnce) return;
    last = some.at(-1)!.rowKey;
  }
}

export interface RowsInOrder extends Rows {
  /** `at DESC, id DESC` */
  readonly order: Sql;
  /** Number of rows in all. */
  readonly most: number;
}

/**
 * As `everyRow`, in another order. All keys are read first, so that no value in a row decides where a part begins. Rows
 * that are removed meanwhile are left out.
 */
export async function* rowsInOrder<Row extends object>(
  query: QueryFunction,
  { key: name, columns, from, where, atOnce, order, most }: RowsInOrder,
): AsyncGenerator<readonly Row[]> {
  const keys = await query<{ rowKey: string }>(
    eachDatabase(
      name,
      ({ column }) => sql`
      SELECT CAST(${column} AS TEXT) AS "rowKey" ${from} ${where ? sql`WHERE ${where}` : empty} ORDER BY ${order} LIMIT ${most}`,
    ),
  );
  for (let start = 0; start < keys.length; start += atOnce) {
    const part = keys.slice(start, start + atOnce).map(({ rowKey }) => rowKey);
    const some = await query<OrderedRow<Row>>(
      eachDatabase(
        name,
        ({ column, value }) => sql`
        SELECT ${columns}, CAST(${column} AS TEXT) AS "rowKey" ${from} WHERE ${column} IN (${join(part.map(value))})`,
      ),
    );
    const byKey = new Map(some.map((row) => [row.rowKey, withoutPlace(row)]));
    yield part.flatMap((one) => byKey.get(one) ?? []);
  }
}

/** Number of rows in a table, by which a walk over all of them is checked. */
export async function countOf(query: QueryFunction, from: Sql): Promise<number> {
  const [row] = await query<{ count: number | string }>(sql`SELECT COUNT(*) AS "count" ${from}`);
  return Number(row?.count ?? 0);
}

interface Key {
  readonly column: Sql;
  /** A key that was read as text. */
  readonly value: (text: string) => Sql;
}

function partAfter(last: string | null, { column, value }: Key, { columns, from, where, atOnce }: Rows): Sql {
  const after = last === null ? null : sql`${column} > ${value(last)}`;
  const conditions = [where && sql`(${where})`, after].filter((one) => one instanceof Sql);
  return sql`
    SELECT ${columns}, CAST(${column} AS TEXT) AS "rowKey", ${after ? sql`CASE WHEN ${after} THEN 1 ELSE 0 END` : sql`1`} AS "isAfter"
    ${from} ${conditions.length === 0 ? empty : join(conditions, ' AND ', 'WHERE ')} ORDER BY ${column} LIMIT ${atOnce}`;
}

/** A query that names rows as each database does; both texts have the same values. */
function eachDatabase(key: string, make: (key: Key) => Sql): Sql {
  const [table = ''] = key.split('.');
  return new EachDatabase(
    make({ column: raw(`${table}.rowid`), value: (text) => sql`CAST(${text} AS INTEGER)` }),
    make({ column: raw(key), value: (text) => sql`${text}` }),
  );
}

class EachDatabase extends Sql {
  private readonly onSqlite: string;

  constructor(onSqlite: Sql, onPostgres: Sql) {
    super(onPostgres.strings, onPostgres.values);
    this.onSqlite = onSqlite.sql;
  }

  override get sql(): string {
    return this.onSqlite;
  }
}

function withoutPlace<Row extends object>({ rowKey: _, isAfter: __, ...row }: OrderedRow<Row>): Row {
  return row as unknown as Row;
}
