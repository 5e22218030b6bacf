const MOST = 500;

/** The part of better-sqlite3 that reads. */
export interface EmbeddedDatabase {
  prepare(text: string): Statement;
}

interface Statement {
  /** Whether it returns rows. */
  readonly reader: boolean;
  run(): unknown;
  all(...values: readonly unknown[]): unknown[];
}

/**
 * Rows of the embedded database from statements that are prepared once per text. TypeORM's way to the same rows costs
 * more than most of the queries themselves.
 */
export class PreparedStatements {
  private readonly statements = new Map<string, Statement>();

  constructor(private readonly database: EmbeddedDatabase) {}

  all(text: string, values: readonly unknown[]): unknown[] {
    const statement = this.statement(text);
    if (statement.reader)
      return statement.all(...values.map((value) => (typeof value === 'boolean' ? Number(value) : value)));
    statement.run();
    return [];
  }

  private statement(text: string): Statement {
    const statement = this.statements.get(text);
    if (statement) return statement;
    // Lists of values make distinct texts: evict the oldest, so that statements do not pile up.
    const [oldest] = this.statements.keys();
    if (oldest !== undefined && this.statements.size >= MOST) this.statements.delete(oldest);
    const made = this.database.prepare(text);
    this.statements.set(text, made);
    return made;
  }
}
