import type { Speaker } from '../../platform/index.js';
import type { Check, Outcome } from '../domain/verification.js';

export interface StepView {
  readonly outcome: Outcome;
  /** The icon's name. */
  readonly state: string;
  readonly said: string;
  readonly word: string;
  readonly why: string | null;
}

const STATES: Readonly<Record<Outcome, string>> = { ok: 'good', failed: 'bad', unknown: 'unchecked' };

/** The steps of a check in words: what was looked at, how it ended and, where there is more to say, why. */
export function stepsView(checks: readonly Check[], speaker: Speaker): StepView[] {
  return checks.map(({ step, outcome, why }) => ({
    outcome, state: STATES[outcome], said: speaker.say(`check.step_${step}_${outcome}`), word: speaker.say(`check.outcome_${outcome}`),
    why: why === null ? null : speaker.say(`check.why_${why}`),
  }));
}
