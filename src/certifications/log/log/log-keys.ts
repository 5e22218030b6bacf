import type { QueryFunction } from '../../../platform/index.js';
import type { NoteKey, NoteSigner } from './note.js';

/** The signer of checkpoints, and which keys signed when it was read. */
export interface LogSigner extends NoteSigner {
  /** The keys of the register's state (`boundKeysOf`) among which it is. */
  readonly boundKeys: string;
}

/** Injection token; `issuer` provides the implementation. */
export const LOG_KEYS = Symbol('LogKeys');

export interface LogKeys {
  /** The keys in use; `log` signs checkpoints. */
  ready(): Promise<{ readonly log: LogSigner }>;
  /** All genuine log keys, also retired and compromised ones, of every address; also within a transaction. */
  everUsed(query: QueryFunction): Promise<readonly NoteKey[]>;
}
