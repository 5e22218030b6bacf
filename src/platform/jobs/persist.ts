import { setTimeout as wait } from 'node:timers/promises';

const TRIES = 20;
const PAUSE = 500;

/**
 * For what must not be lost because the database is away for some seconds, such as that a message has gone out.
 * @throws whatever the last of twenty tries threw
 */
export async function persist<T>(write: () => Promise<T>, onFault: (fault: unknown) => void): Promise<T> {
  for (let tries = 1; tries < TRIES; tries += 1) {
    try {
      return await write();
    } catch (fault) {
      onFault(fault);
      await wait(PAUSE);
    }
  }
  return write();
}
