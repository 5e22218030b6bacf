/** The queries that are run on a copy before it is kept. */
export interface CopyQueries {
  /** Reads the latest checkpoint of the public log: one row with one column. */
  readonly checkpoint: string;
  /** Reads the MAC of the register's state: one row with one column. Runs only if the copy has this table. */
  readonly register: { readonly table: string; readonly query: string };
  readonly unfit: Unfit | null;
}

/** A condition under which a copy is not kept: somebody would later restore it in good faith. */
export interface Unfit {
  /** The query runs only if the copy has this table. */
  readonly table: string;
  /** A row means that the copy must not be kept. */
  readonly query: string;
  /** For the operator: what is wrong, and what to do. */
  readonly message: string;
}

export interface CopyFacts {
  /** The version of SQLite or of the server. */
  readonly version: string;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
  /** The last migration that was run. */
  readonly migration: string | null;
  readonly migrations: number;
  readonly checkpoint: string | null;
  /** `null`: the copy has no state of the register. */
  readonly registerMac: string | null;
  /** Whether the copy must not be kept (`Unfit`). */
  readonly isUnfit: boolean;
}
