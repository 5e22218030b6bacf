import { TimeBudget, yieldToRequests } from '../jobs/index.js';
import type { TableRows } from '../http/table-answers.js';

/** Milliseconds of work after which requests get as much. */
const WORK = 5;

/** One part of one table at a time in this process, and after each as much time for requests as it took. */
export class Pace {
  private before: Promise<unknown> = Promise.resolve();

  /**
   * The rows, as long as somebody downloads them.
   * @throws the reason of `gone`, and what reading throws
   */
  async *rows(read: () => AsyncIterable<TableRows>, gone: AbortSignal): AsyncGenerator<TableRows> {
    // By then is known who has left already.
    await yieldToRequests();
    gone.throwIfAborted();
    const parts = read()[Symbol.asyncIterator]();
    try {
      for (;;) {
        const part = await this.next(parts, gone);
        gone.throwIfAborted();
        if (part.done) return;
        yield part.value;
      }
    } finally {
      await parts.return?.();
    }
  }

  private next(parts: AsyncIterator<TableRows>, gone: AbortSignal): Promise<IteratorResult<TableRows>> {
    const part = this.before.then(async () => {
      gone.throwIfAborted();
      const work = new TimeBudget(WORK);
      try {
        return await parts.next();
      } finally {
        await work.yieldIfSpent();
      }
    });
    this.before = part.catch(() => undefined);
    return part;
  }
}
