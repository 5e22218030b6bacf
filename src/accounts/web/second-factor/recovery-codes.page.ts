import { definePage, type Page } from '../../../platform/index.js';
import { shownRecoveryCode } from '../../domain/recovery-codes.js';

export interface RecoveryCodesPage {
  /** In groups of four. */
  readonly codes: readonly string[];
  /** All of them, to be copied. */
  readonly text: string;
  /** What has just been done. */
  readonly reason: 'added' | 'renewed';
}

const page = definePage<RecoveryCodesPage>('accounts/second-factor/recovery-codes');

/** Shows recovery codes that were just made, once: nobody can read them later. */
export function recoveryCodesPage(codes: readonly string[], reason: RecoveryCodesPage['reason']): Page {
  const shown = codes.map(shownRecoveryCode);
  return page({ codes: shown, text: shown.join('\n'), reason });
}
