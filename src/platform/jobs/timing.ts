import { A_MINUTE } from '../durations.js';

export const BACKGROUND_TIMING = Symbol('BackgroundTiming');

/** How long background work may hold what it took, in milliseconds. Tests shorten these. */
export interface BackgroundTiming {
  /** A recurring task belongs to one process for so long; renewed three times as often while the task runs. */
  readonly lease: number;
  /** A message belongs to one sender for so long, longer than any send takes; renewed three times as often. */
  readonly claim: number;
  /** How long a webhook's receiver may take to answer. */
  readonly answer: number;
  /** How long a stop waits for tasks under way, below the ten seconds after which container runtimes kill. */
  readonly stop: number;
}

export const USUAL_TIMING: BackgroundTiming = { lease: 30_000, claim: A_MINUTE, answer: 10_000, stop: 8_000 };
