import type { NoteSigner } from './note.js';

/** The token under which `issuer` brings its `LogKeys`. */
export const LOG_KEYS = Symbol('LogKeys');

export interface LogKeys {
  /** The keys in use; `log` signs checkpoints. */
  ready(): Promise<{ readonly log: NoteSigner }>;
}
