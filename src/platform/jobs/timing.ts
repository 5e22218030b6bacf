import { A_MINUTE } from '../durations.js';

export const BACKGROUND_TIMING = Symbol('BackgroundTiming');

/** How long background work may hold what it has taken, in milliseconds. Tests shorten these. */
export interface BackgroundTiming {
  /** How long a process holds the lease of a recurring task; renewed three times as often while the task runs. */
  readonly lease: number;
  /** How long a sender holds a message, longer than any send takes; renewed three times as often. */
  readonly claim: number;
  /** How long a webhook's receiver may take to answer. */
  readonly answer: number;
  /** How long a stop waits for running tasks; below the ten seconds after which container runtimes kill. */
  readonly stop: number;
}

export const USUAL_TIMING: BackgroundTiming = { lease: 30_000, claim: A_MINUTE, answer: 10_000, stop: 8_000 };
