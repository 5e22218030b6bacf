import { TooMany, workerFile, WorkerPool } from '../../../../platform/index.js';
import { type Refusal, refuse } from '../../../../platform/refusals.js';
import type { MadeKey } from '../keys/make-keys.js';
import type { Pkcs12Refusal } from './open-pkcs12.js';
import type { Pkcs12Result, Pkcs12Task } from './pkcs12-worker.js';

/** Milliseconds; three derivations of a million iterations take a third of it on a small machine. */
const LONGEST = 20_000;
/** Seconds until a file that found the worker busy is worth another try. */
const RETRY = 10;

/** A file decides how costly it is to open. A worker does it, so that pages are answered meanwhile. */
const workers = new WorkerPool<Pkcs12Task, Pkcs12Result>({
  file: workerFile('pkcs12-worker', import.meta.url),
  mostWorkers: 1,
  mostWaiting: 3,
  longestWait: LONGEST,
  timeoutMs: LONGEST,
  memoryMb: 256,
});

/**
 * A signer of papers out of a PKCS#12 file. `at`: epoch milliseconds, when it shall begin to sign.
 * @throws TooMany while others are opened
 */
export async function readPkcs12(
  file: { readonly bytes: Uint8Array; readonly password: string },
  at: number,
): Promise<MadeKey | Refusal<Pkcs12Refusal>> {
  const bytes = Uint8Array.from(file.bytes);
  const outcome = await workers.run({ bytes, password: file.password, at }, [bytes.buffer]);
  if (outcome.kind === 'busy') throw new TooMany(RETRY);
  if (outcome.kind !== 'done') return refuse('pkcs12TooCostly', {}, 'file');
  return 'key' in outcome.result ? outcome.result.key : refuse(outcome.result.code, outcome.result.data, 'file');
}
