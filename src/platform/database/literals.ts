import { raw, type Sql } from 'sql-template-tag';

/**
 * Constants of a domain as SQL literals, `'tentative', 'confirmed'`. A partial index serves a query that repeats its
 * literals, not one that hands them over as values.
 * @throws Error for what is no plain word.
 */
export function literals(constants: readonly string[]): Sql {
  for (const one of constants) if (!/^\w+$/.test(one)) throw new Error(`Not a constant for SQL: ${one}`);
  return raw(constants.map((one) => `'${one}'`).join(', '));
}
