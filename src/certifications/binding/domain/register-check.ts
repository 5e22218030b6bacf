import { type Check, failed, ok, STEPS, unknown } from '../../core/domain/index.js';

/**
 * How a certificate's record stands up to a look:
 * - `binding`: whether the product wrote it and nobody changed it since; `gone`: it is not there any more
 * - `log`: whether the log says the same; `none`: it has no documents yet, and so no entry
 */
export interface RecordAnswer {
  readonly binding: 'holds' | 'missing' | 'broken' | 'gone';
  readonly log: 'agrees' | 'differs' | 'none';
}

/** `register`: whether the register as a whole is as it was stored last. If not, any record may have been put back. */
export interface RegisterAnswer extends RecordAnswer {
  readonly register: 'complete' | 'changed';
}

/** Nothing of a record that is not in order may be shown or signed. */
export const isInOrder = ({ binding, log, register }: RecordAnswer & Partial<RegisterAnswer>): boolean =>
  binding === 'holds' && log !== 'differs' && register !== 'changed';

/**
 * The steps that tell a verifier of it.
 * Of a record that is not in order nothing else may be told: its state may be the lie.
 */
export function registerChecks(answer: RegisterAnswer): Check[] {
  const { binding, log } = answer;
  if (binding === 'gone') return [unknown('register', 'recordsDisagree')];
  if (isInOrder(answer)) {
    return log === 'none'
      ? [ok('register'), ok('unaltered', 'beingPrepared'), unknown('log', 'beingPrepared')]
      : [ok('register'), ok('unaltered', 'sameAsSigned'), ok('log')];
  }
  return [ok('register'), unknown('unaltered', 'recordsDisagree'), ...(log === 'differs' ? [failed('log')] : [])];
}

/** As they are told on every page. */
export function inOrderOfSteps(checks: readonly Check[]): Check[] {
  return [...checks].sort((one, other) => STEPS.indexOf(one.step) - STEPS.indexOf(other.step));
}
