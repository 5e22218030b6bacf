/** What is asked of a copy before it is kept. */
export interface CopyQueries {
  /** Asks for the signed head of the public log, as one column of one row. */
  readonly checkpoint: string;
  readonly unfit: Unfit | null;
}

/** A copy of a database that is not what it seems would be restored in good faith one day. */
export interface Unfit {
  /** The query is asked where the copy has this table. */
  readonly table: string;
  /** Finds a row where the copy is not to be kept. */
  readonly query: string;
  /** Told to whoever wanted the backup: what is wrong, and what to do. */
  readonly message: string;
}

export interface CopyFacts {
  /** Of SQLite, or of the server. */
  readonly version: string;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
  /** The migration that was run last. */
  readonly migration: string | null;
  readonly migrations: number;
  readonly checkpoint: string | null;
  /** Whether the copy is one that is not to be kept (`Unfit`). */
  readonly isUnfit: boolean;
}
