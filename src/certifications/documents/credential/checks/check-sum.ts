import type { Check, Outcome, Step } from '../../../core/domain/index.js';

const GRAVITY: readonly Outcome[] = ['ok', 'unknown', 'failed'];

/** One check of each step: where a step was done twice, the graver outcome stands. */
export function worst(checks: readonly Check[]): Check[] {
  const kept = new Map<Step, Check>();
  for (const check of checks) {
    const earlier = kept.get(check.step);
    if (!earlier || GRAVITY.indexOf(check.outcome) > GRAVITY.indexOf(earlier.outcome)) kept.set(check.step, check);
  }
  return [...kept.values()];
}
