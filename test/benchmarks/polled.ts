import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** Response times of visitors while something else was running, in milliseconds. */
export interface ResponseTimes {
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly count: number;
}

const PAGES = ['/verify', '/courses'];
/** Milliseconds between two visits. */
const EVERY = 10;

/**
 * Requests pages one after the other, with pauses, until `done`.
 * @throws Error if an answer is not 200, or it takes longer than `most` milliseconds
 */
export async function pollPages(
  origin: string,
  done: () => boolean | Promise<boolean>,
  { most }: { readonly most: number },
): Promise<ResponseTimes> {
  const times: number[] = [];
  const until = performance.now() + most;
  for (let turn = 0; !(await done()); turn += 1) {
    if (performance.now() > until) throw new Error(`It was not done within ${most / 1000} s`);
    const began = performance.now();
    const answer = await fetch(`${origin}${PAGES[turn % PAGES.length]}`, {
      headers: { accept: 'text/html', 'accept-language': 'zh-CN' },
    });
    await answer.text();
    if (answer.status !== 200) throw new Error(`A page was answered by ${answer.status}`);
    times.push(performance.now() - began);
    await pause(EVERY);
  }
  const sorted = times.sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), longest: sorted.at(-1) ?? 0, count: sorted.length };
}
