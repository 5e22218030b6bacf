import type { Translator } from '../../../platform/index.js';
import type { Check, Outcome, Why } from '../../core/index.js';

export interface StepView {
  /** `open`: neither passed nor failed; there was nothing to check. */
  readonly outcome: Outcome | 'open';
  /** The icon's name. */
  readonly state: string;
  readonly text: string;
  readonly word: string;
  readonly why: string | null;
}

const STATES: Readonly<Record<StepView['outcome'], string>> = {
  ok: 'good',
  failed: 'bad',
  unknown: 'unchecked',
  open: 'info',
};

/** Steps that do not apply, by reason. */
const OPEN: Readonly<Partial<Record<Why, string>>> = {
  noStatus: 'notStated',
  selfNamed: 'notProven',
  notOurs: 'notApplicable',
};

/** The steps of a check in words: what was checked, the outcome and, if there is one, the reason. */
export function stepsView(checks: readonly Check[], translator: Translator): StepView[] {
  return checks.map((check) => {
    const { step, outcome, why } = check;
    const open = openWord(check);
    const displayed = open === null ? outcome : 'open';
    return {
      outcome: displayed,
      state: STATES[displayed],
      text: translator.t(`check.step_${step}_${why === 'notOurs' ? why : outcome}`),
      word: translator.t(`check.outcome_${open ?? outcome}`),
      why: why === null ? null : translator.t(`check.why_${why}`),
    };
  });
}

function openWord({ step, outcome, why }: Check): string | null {
  if (step === 'format' && outcome === 'failed') return 'nothing';
  return outcome === 'unknown' && why !== null ? (OPEN[why] ?? null) : null;
}
