import { setTimeout as wait } from 'node:timers/promises';

const TRIES = 20;
const PAUSE = 500;

/**
 * For writes that must survive a short outage of the database, such as recording that a message was sent.
 * @throws whatever the last of twenty attempts threw
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
