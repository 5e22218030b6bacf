import { readFileSync } from 'node:fs';

/*
 * Loaded into the product with `--import`: the longest time for which its main thread was blocked. Elapsed time is what
 * people notice; processor time (of the main thread alone, Linux) does not grow on a busy machine.
 */

export interface LongestStretch {
  /** Milliseconds between two turns of the event loop. */
  readonly elapsed: number;
  /** Processor time of the main thread within it; `null` if the system does not report it. */
  readonly processor: number | null;
}

/** Milliseconds between two checks. */
const EVERY = 1;

/** Milliseconds of processor time that the main thread has used. */
function processorOf(): number | null {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    return null;
  }
}

let longest = { elapsed: 0, processor: 0 };
let [looked, processor] = [performance.now(), processorOf()];

function look(): void {
  const [now, spent] = [performance.now(), processorOf()];
  const stretch = {
    elapsed: now - looked - EVERY,
    processor: spent === null || processor === null ? 0 : spent - processor,
  };
  longest = {
    elapsed: Math.max(longest.elapsed, stretch.elapsed),
    processor: Math.max(longest.processor, stretch.processor),
  };
  [looked, processor] = [now, spent];
  setTimeout(look, EVERY).unref();
}

look();
// Sends the longest stretch since the last request.
process.on('message', () => {
  look();
  process.send?.({
    elapsed: longest.elapsed,
    processor: processor === null ? null : longest.processor,
  } satisfies LongestStretch);
  longest = { elapsed: 0, processor: 0 };
});
process.channel?.unref();
