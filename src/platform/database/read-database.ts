import type { DataSource } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import { type EmbeddedDatabase, PreparedStatements } from './prepared.js';

/** Runs a query and returns its rows: on the read connection for pages, in the transaction inside one. */
export type QueryFunction = <Row>(query: Sql) => Promise<Row[]>;

/** For queries about the database itself, which differ between SQLite and PostgreSQL. */
export interface QueriedDatabase {
  readonly query: QueryFunction;
  readonly isPostgres: boolean;
}

/**
 * The read connection. Queries are written once with the `sql` tag (`import sql from 'sql-template-tag'`) in SQL that
 * both databases understand; column names are returned as written, so alias to camelCase in double quotes.
 */
export class ReadDatabase {
  private readonly prepared: PreparedStatements | null;

  constructor(private readonly source: DataSource) {
    const { databaseConnection } = source.driver as { databaseConnection?: EmbeddedDatabase };
    this.prepared =
      source.options.type === 'better-sqlite3' && databaseConnection
        ? new PreparedStatements(databaseConnection)
        : null;
  }

  get isPostgres(): boolean {
    return this.source.options.type === 'postgres';
  }

  /** Bound, so that it can be passed to a query. */
  readonly query: QueryFunction = async <Row>(sql: Sql): Promise<Row[]> => {
    if (this.prepared) return this.prepared.all(sql.sql, sql.values) as Row[];
    return this.source.query<Row[]>(sql.text, sql.values);
  };

  async first<Row>(query: Sql): Promise<Row | null> {
    return (await this.query<Row>(query))[0] ?? null;
  }

  /** The single number that the query selects. */
  async count(query: Sql): Promise<number> {
    const row = await this.first<Record<string, unknown>>(query);
    return Number(Object.values(row ?? {})[0] ?? 0);
  }
}

export function textFor(source: DataSource, query: Sql): string {
  return source.options.type === 'postgres' ? query.text : query.sql;
}
