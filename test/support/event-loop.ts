import { existsSync, readFileSync } from 'node:fs';

/** How often the loop is looked at, in milliseconds. */
const INTERVAL = 5;

export interface EventLoopMeasurement<T> {
  readonly result: T;
  /** Milliseconds for which nothing else could run in this process. */
  readonly longestBlockMs: number;
}

/**
 * Does the work and measures the longest time for which it kept the event loop of this process from running timers.
 * Only time in which this thread computed counts: neither another program that takes the processor, nor a worker
 * thread, is a block of ours. Where the system does not tell threads apart (other than Linux) it is
 * the time of the whole process.
 * A blocking wait that uses no processor time (`Atomics.wait`, `execFileSync`) is therefore not seen.
 */
export async function measureEventLoop<T>(work: () => Promise<T>): Promise<EventLoopMeasurement<T>> {
  let last = reading();
  let longest = 0;
  const look = (): void => {
    const now = reading();
    longest = Math.max(longest, Math.min(now.wall - last.wall, now.processor - last.processor));
    last = now;
  };
  const timer = setInterval(look, INTERVAL);
  try {
    const result = await work();
    look();
    return { result, longestBlockMs: longest };
  } finally {
    clearInterval(timer);
  }
}

/** Its first number is how many nanoseconds the main thread of this process has run. */
const THREAD = `/proc/${process.pid}/task/${process.pid}/schedstat`;
const computed = existsSync(THREAD) ? threadMs : processMs;

function reading(): { wall: number; processor: number } {
  return { wall: performance.now(), processor: computed() };
}

function threadMs(): number {
  return Number(readFileSync(THREAD, 'utf8').split(' ')[0]) / 1e6;
}

function processMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
