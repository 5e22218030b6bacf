import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Runs the rest of a request under its id, so that log lines and audit entries can include it. */
export function withRequestId(id: string, rest: () => void): void {
  current.run(id, rest);
}

export function currentRequestId(): string | null {
  return current.getStore() ?? null;
}
