import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds between two checks of the loop. */
const INTERVAL = 5;

export interface EventLoopMeasurement<T> {
  readonly result: T;
  /** Milliseconds for which nothing else could run in this process. */
  readonly longestBlockMs: number;
}

/**
 * Runs the work and measures the longest time for which it kept this process's event loop from running timers. Only
 * computing time of this thread counts: another program that takes the processor, or a worker thread, is not our block.
 * Systems that do not report threads (other than Linux) give the time of the whole process. A blocking wait without
 * processor time (`Atomics.wait`, `execFileSync`) is therefore not noticed.
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

/** Its first number is the run time of this process's main thread in nanoseconds. */
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
