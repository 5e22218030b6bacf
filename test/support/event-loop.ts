/** How often the loop is looked at, in milliseconds. */
const INTERVAL = 5;

export interface EventLoopMeasurement<T> {
  readonly result: T;
  /** Milliseconds for which nothing else could run in this process. */
  readonly longestBlockMs: number;
}

/**
 * Does the work and measures the longest time for which it kept the event loop of this process from running timers.
 * Only time in which the process computed counts: another program that takes the processor is no block of ours.
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

function reading(): { wall: number; processor: number } {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), processor: (user + system) / 1000 };
}
