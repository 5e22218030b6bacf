import type { Sql } from 'sql-template-tag';

/** Asks for rows: `reads.all` for pages, `tx.rows` inside a unit. */
export type Ask = <Row>(query: Sql) => Promise<Row[]>;
