import { parentPort } from 'node:worker_threads';

/** What a worker sends: first that it is loaded, then one answer for each task. */
export type WorkerMessage<Result> = { readonly ready: true } | { readonly result: Result } | { readonly fault: string };

/** Called once by a worker's module: answers one task after another until the thread is ended. */
export function answerTasks<Input, Result>(work: (input: Input) => Result | Promise<Result>): void {
  const send = (message: WorkerMessage<Result>): void => parentPort?.postMessage(message);
  parentPort?.on('message', (input: Input) => {
    Promise.resolve(input)
      .then(work)
      .then((result) => send({ result }))
      .catch((fault: unknown) => {
        send({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
      });
  });
  send({ ready: true });
}
