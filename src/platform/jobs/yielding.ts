import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { Stopwatch } from '../clock.js';

/** Requests that this process has begun to read but not finished answering. */
const underWay = new Set<ServerResponse>();

// Node's own channel, so that background work and the web framework need not know each other.
subscribe('http.server.request.start', (message) => {
  const { response } = message as { readonly request: IncomingMessage; readonly response: ServerResponse };
  underWay.add(response);
  response.once('close', () => underWay.delete(response));
});

/** Nobody yields to this request: answering it is long work itself, which yields to others. */
export function standAside(response: ServerResponse): void {
  underWay.delete(response);
}

/**
 * Lets the event loop serve requests. While any are in progress it keeps waiting, for at most `most` milliseconds, so
 * that a request that needs several turns of the loop is not interrupted after each; a slow client cannot delay it
 * further.
 */
export async function yieldToRequests(most = 0): Promise<void> {
  const yielding = new Stopwatch();
  await setImmediate();
  while (underWay.size > 0 && yielding.elapsed() < most) await setTimeout(1);
}

/**
 * For loops that keep the thread busy: how long they may run before others get their turn. Call `yieldIfSpent` after
 * each item; no single item may take much longer than the budget.
 */
export class TimeBudget {
  private readonly busy = new Stopwatch();

  constructor(private readonly milliseconds: number) {}

  spent(): boolean {
    return this.busy.elapsed() >= this.milliseconds;
  }

  /** If the budget is spent, gives requests as much time as the work has had; then the budget starts again. */
  async yieldIfSpent(): Promise<void> {
    if (!this.spent()) return;
    await yieldToRequests(this.busy.elapsed());
    this.busy.restart();
  }
}
