import { readFileSync } from 'node:fs';

/*
 * Loaded into a served product before it (`--import`): how long its main thread kept everybody waiting at a time.
 * Elapsed time says what people felt;
 * processor time (of the main thread alone, Linux) is what a busy machine does not stretch.
 */

export interface LongestStretch {
  /** Milliseconds between two turns of the event loop. */
  readonly elapsed: number;
  /** Of these, spent by the processor on the main thread; `null` where the system does not tell. */
  readonly processor: number | null;
}

/** Milliseconds between two looks. */
const EVERY = 1;

/** Milliseconds of processor that the main thread has had. */
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
// Answers the longest stretch since the last question.
process.on('message', () => {
  look();
  process.send?.({
    elapsed: longest.elapsed,
    processor: processor === null ? null : longest.processor,
  } satisfies LongestStretch);
  longest = { elapsed: 0, processor: 0 };
});
process.channel?.unref();
