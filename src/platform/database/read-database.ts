import type { DataSource } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import { type EmbeddedDatabase, Prepared } from './prepared.js';

/** Answers the rows of a query: the read database's for pages, the transaction's inside of one. */
export type QueryFunction = <Row>(query: Sql) => Promise<Row[]>;

/** For questions about the database itself, which its two kinds are asked differently. */
export interface QueriedDatabase {
  readonly query: QueryFunction;
  readonly isPostgres: boolean;
}

/**
 * The read connection: rows out, nothing in. Queries are written once with the `sql` tag
 * (`import sql from 'sql-template-tag'`) in SQL that both databases understand; names come back as written,
 * so alias to camelCase in double quotes.
 */
export class ReadDatabase {
  private readonly prepared: Prepared | null;

  constructor(private readonly source: DataSource) {
    const { databaseConnection } = source.driver as { databaseConnection?: EmbeddedDatabase };
    this.prepared =
      source.options.type === 'better-sqlite3' && databaseConnection ? new Prepared(databaseConnection) : null;
  }

  get isPostgres(): boolean {
    return this.source.options.type === 'postgres';
  }

  /** Bound, so that it can be handed to a query. */
  readonly query: QueryFunction = async <Row>(sql: Sql): Promise<Row[]> => {
    if (this.prepared) return this.prepared.all(sql.sql, sql.values) as Row[];
    return this.source.query<Row[]>(sql.text, sql.values);
  };

  async first<Row>(query: Sql): Promise<Row | null> {
    return (await this.query<Row>(query))[0] ?? null;
  }

  /** The single number that the query selects as its only column. */
  async count(query: Sql): Promise<number> {
    const row = await this.first<Record<string, unknown>>(query);
    return Number(Object.values(row ?? {})[0] ?? 0);
  }
}

export function textFor(source: DataSource, query: Sql): string {
  return source.options.type === 'postgres' ? query.text : query.sql;
}
