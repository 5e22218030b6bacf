import type { NoteSigner } from './note.js';

/** Injection token; `issuer` provides the implementation. */
export const LOG_KEYS = Symbol('LogKeys');

export interface LogKeys {
  /** The keys in use; `log` signs checkpoints. */
  ready(): Promise<{ readonly log: NoteSigner }>;
}
