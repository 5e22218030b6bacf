import type { DataSource } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import { type EmbeddedDatabase, Prepared } from './prepared.js';

/** Asks for rows: `reads.all` for pages, `tx.rows` inside a unit, so that both ask the same question. */
export type Ask = <Row>(query: Sql) => Promise<Row[]>;

export interface AskedDatabase {
  readonly ask: Ask;
  readonly isPostgres: boolean;
}

/**
 * The read connection: rows out, nothing in. Queries are written once with the `sql` tag
 * (`import sql from 'sql-template-tag'`) in SQL that both databases understand; names come back as written,
 * so alias to camelCase in double quotes.
 */
export class Reads {
  private readonly prepared: Prepared | null;

  constructor(private readonly source: DataSource) {
    const { databaseConnection } = source.driver as { databaseConnection?: EmbeddedDatabase };
    this.prepared =
      source.options.type === 'better-sqlite3' && databaseConnection ? new Prepared(databaseConnection) : null;
  }

  /** For questions about the database itself, which its two kinds are asked differently. */
  get asked(): AskedDatabase {
    return { ask: (query) => this.all(query), isPostgres: this.source.options.type === 'postgres' };
  }

  async all<Row>(query: Sql): Promise<Row[]> {
    if (this.prepared) return this.prepared.all(query.sql, query.values) as Row[];
    return this.source.query<Row[]>(query.text, query.values);
  }

  async first<Row>(query: Sql): Promise<Row | null> {
    return (await this.all<Row>(query))[0] ?? null;
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
