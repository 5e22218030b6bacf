import { raw, type Sql } from 'sql-template-tag';

/**
 * A domain's constants as SQL literals, `'tentative', 'confirmed'`. A partial index is only used by a query that
 * repeats its literals; bound parameters do not match.
 * @throws Error for anything but plain words
 */
export function literals(constants: readonly string[]): Sql {
  for (const one of constants) if (!/^\w+$/.test(one)) throw new Error(`Not a constant for SQL: ${one}`);
  return raw(constants.map((one) => `'${one}'`).join(', '));
}
