import { parentPort } from 'node:worker_threads';
import { type Documents, type Draft, makeDocuments, type PressKeys } from './documents.js';

/** What is handed to a worker, and what it answers: one at a time. */
export interface Order {
  readonly draft: Draft;
  readonly keys: PressKeys;
}
export type Delivery = { readonly documents: Documents } | { readonly fault: string };

parentPort?.on('message', ({ draft, keys }: Order) => {
  makeDocuments(draft, keys).then(
    (documents) => parentPort?.postMessage({ documents } satisfies Delivery),
    (fault: unknown) => parentPort?.postMessage({ fault: fault instanceof Error ? fault.stack ?? fault.message : String(fault) } satisfies Delivery),
  );
});
