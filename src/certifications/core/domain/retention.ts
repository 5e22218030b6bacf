import { A_DAY } from '../../../platform/durations.js';

/** How many days records about people are kept. Reasons: docs/decisions/0030-data-retention.md. */
export const KEPT_DAYS = {
  /** Looks at a certificate, by a holder's link or by number and name. */
  looks: 365,
  /** An employer's list: what it asked, its answers, the signed one. */
  lists: 365,
  /** Single questions that no certificate was found by: names of whomever. */
  misses: 365,
  /** Questions that a certificate was found by: who checked it, for its holder and for webhooks. */
  checks: 3 * 365,
  receipts: 3 * 365,
} as const;
export type Trace = keyof typeof KEPT_DAYS;

/** The first instant at which a trace that was left at `at` may be gone. */
export function keptUntil(trace: Trace, at: number): number {
  return at + KEPT_DAYS[trace] * A_DAY;
}

/** What was left before this instant is over. */
export function overBefore(trace: Trace, now: number): number {
  return now - KEPT_DAYS[trace] * A_DAY;
}
