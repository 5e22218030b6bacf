import { Refusal, type RefusalData } from '../../../../platform/refusals.js';
import { answerTasks } from '../../../../platform/workers/answer-tasks.js';
import type { MadeKey } from '../keys/make-keys.js';
import { openPkcs12, type Pkcs12Refusal } from './open-pkcs12.js';

/*
 * This file runs in a worker thread: it and all it imports is cryptography and plain rules, without the application.
 */

export interface Pkcs12Task {
  readonly bytes: Uint8Array;
  readonly password: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Plain data: a refusal is an instance of a class, which no thread hands to another. */
export type Pkcs12Result = { readonly key: MadeKey } | { readonly code: Pkcs12Refusal; readonly data: RefusalData };

answerTasks<Pkcs12Task, Pkcs12Result>(async ({ bytes, password, at }) => {
  const opened = await openPkcs12({ bytes, password }, at);
  return opened instanceof Refusal ? { code: opened.code, data: opened.data } : { key: opened };
});
