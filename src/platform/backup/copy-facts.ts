export interface CopyFacts {
  /** Of SQLite, or of the server. */
  readonly version: string;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
  /** The migration that was run last. */
  readonly migration: string | null;
  readonly migrations: number;
  readonly checkpoint: string | null;
}
