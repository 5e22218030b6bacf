import { A_DAY } from '../../../platform/durations.js';

/** How many days records about people are kept. Reasons: docs/decisions/0030-data-retention.md. */
export const KEPT_DAYS = {
  /** Views of a certificate, by share link or by number and name. */
  looks: 365,
  /** An employer's list: questions, answers and signed answer. */
  lists: 365,
  /** Single checks that found no certificate; they contain names of anybody. */
  misses: 365,
  /** Checks that found a certificate: for its holder, and for webhooks. */
  checks: 3 * 365,
  receipts: 3 * 365,
} as const;
export type Trace = keyof typeof KEPT_DAYS;

/** When a trace from `at` may first be removed. */
export function keptUntil(trace: Trace, at: number): number {
  return at + KEPT_DAYS[trace] * A_DAY;
}

/** Traces from before this instant have expired. */
export function overBefore(trace: Trace, now: number): number {
  return now - KEPT_DAYS[trace] * A_DAY;
}
