import { type Check, failed, ok, STEPS, unknown } from '../../core/domain/index.js';

/**
 * Result of checking a certificate's record:
 * - `binding`: whether it is unaltered; `gone`: the row is missing
 * - `log`: whether the log agrees; `none`: no documents yet, so no entry
 */
export interface RecordAnswer {
  readonly binding: 'holds' | 'missing' | 'broken' | 'gone';
  readonly log: 'agrees' | 'differs' | 'none';
}

/** `register`: whether the register as a whole is as last stored. If not, any record may have been rolled back. */
export interface RegisterAnswer extends RecordAnswer {
  readonly register: 'complete' | 'changed';
}

/** Records that are not in order must not be shown or signed. */
export const isInOrder = ({ binding, log, register }: RecordAnswer & Partial<RegisterAnswer>): boolean =>
  binding === 'holds' && log !== 'differs' && register !== 'changed';

/**
 * The steps shown to a verifier. For a record that is not in order no other steps may be shown: its state may be
 * forged.
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

/** The order in which every page shows them. */
export function inOrderOfSteps(checks: readonly Check[]): Check[] {
  return [...checks].sort((one, other) => STEPS.indexOf(one.step) - STEPS.indexOf(other.step));
}
