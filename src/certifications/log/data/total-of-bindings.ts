import { setImmediate } from 'node:timers/promises';
import sql, { type Sql } from 'sql-template-tag';
import { everyRow, type QueryFunction } from '../../../platform/index.js';
import {
  addToSum,
  NO_BINDINGS,
  type SumCoverage,
  type SummedBinding,
  sumOf,
  type TotalOfBindings,
} from '../log/register-state.js';

/** The columns of `SummedBinding`, of a table `b`. */
export const SUMMED_COLUMNS = sql`
  b.certificate_id AS "id", b.mac AS "mac", b.number_tag AS "numberTag", b.token_tag AS "tokenTag"`;

/** A query for all bindings. */
interface AddedUp<Row> {
  readonly sum: SumCoverage;
  /** What else is read of each. */
  readonly columns: Sql;
  readonly atOnce: number;
  /** Gets the rows, part by part, and is awaited. */
  readonly take: (some: readonly Row[]) => Promise<unknown>;
}

/** Count and sum over all bindings, which are read in parts. */
export async function addUpBindings<Row extends SummedBinding>(
  query: QueryFunction,
  key: Uint8Array,
  { sum, columns, atOnce, take }: AddedUp<Row>,
): Promise<TotalOfBindings> {
  let [bindings, bindingSum] = [0, NO_BINDINGS];
  const parts = everyRow<Row>(query, {
    key: 'b.certificate_id',
    columns: sql`${SUMMED_COLUMNS}${columns}`,
    from: sql`FROM certificate_binding b`,
    atOnce,
  });
  for await (const some of parts) {
    bindingSum = addToSum(bindingSum, sumOf(key, some, sum));
    bindings += some.length;
    await take(some);
  }
  return { bindings, bindingSum };
}

/** Count and sum over all bindings. Yields to requests after every two thousand. */
export function totalOfBindings(query: QueryFunction, key: Uint8Array, sum: SumCoverage): Promise<TotalOfBindings> {
  return addUpBindings(query, key, { sum, columns: sql``, atOnce: 2_000, take: () => setImmediate() });
}
