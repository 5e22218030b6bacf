import { normalizeText } from '../../platform/texts.js';

/** How many are made at once. */
export const RECOVERY_CODES = 10;
/** Without letters and digits that look alike. */
export const RECOVERY_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** About 59 bits. */
export const RECOVERY_LENGTH = 12;
const GROUP = /.{4}(?=.)/g;

/** As a page shows a code: in groups of four. */
export function shownRecoveryCode(code: string): string {
  return code.replace(GROUP, '$&-');
}

/** A typed code without separators, in upper case. */
export function typedRecoveryCode(typed: string): string {
  return normalizeText(typed, 'NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}
